package org.ardina.web.site.account;

import java.util.List;
import org.ardina.account.OpenIdAccounts;
import org.ardina.account.Profile;
import org.ardina.account.Role;
import org.ardina.account.SessionSummary;
import org.ardina.account.WriterRequest;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own page.
 *
 * @param letters whether they get letters about replies and mentions
 * @param action the form whose input is shown again, absent for none
 * @param done what was just done, absent for nothing
 */
public record AccountPage(
        Form form,
        Profile profile,
        OpenIdAccounts.State login,
        List<SessionSummary> sessions,
        boolean letters,
        @Nullable String action,
        @Nullable String done) {

    public AccountPage {
        sessions = List.copyOf(sessions);
    }

    /** What is shown in the form with that address: only what was sent with it is shown again. */
    public Form formOf(String address) {
        return address.equals(action) ? form : form.empty();
    }

    /** Whether the owner may ask to write for the paper. */
    public boolean mayAsk() {
        WriterRequest request = profile.writerRequest();
        return profile.account().role().equals(Role.READER)
                && (request == null || request.state() == WriterRequest.State.DECLINED);
    }
}
