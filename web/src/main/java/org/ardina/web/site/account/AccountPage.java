package org.ardina.web.site.account;

import java.util.List;
import org.ardina.account.Account;
import org.ardina.account.SessionSummary;

/** Somebody's own page. */
public record AccountPage(Form form, Account account, List<SessionSummary> sessions) {

    public AccountPage {
        sessions = List.copyOf(sessions);
    }
}
