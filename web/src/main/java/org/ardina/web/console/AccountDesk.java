package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.account.AccountChange;
import org.ardina.account.Accounts;
import org.ardina.account.Profile;
import org.ardina.account.Role;
import org.ardina.account.Status;
import org.ardina.account.WriterRequest;
import org.ardina.audit.AuditEntry;
import org.ardina.audit.AuditQuery;
import org.ardina.audit.AuditTrail;
import org.jspecify.annotations.Nullable;

/** One account before an administrator, and what they decide about it. */
@Named("accountDesk")
@RequestScoped
public class AccountDesk {

    private static final int LATEST = 20;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable Profile profile;
    private String reason = "";
    private String role = "";

    public void open() {
        response.orList(this::getProfile, ConsolePage.ACCOUNTS);
    }

    public Profile getProfile() {
        if (profile == null) {
            profile = accounts.find(parameters.value("id"));
        }
        return profile;
    }

    public boolean isRequestPending() {
        WriterRequest request = getProfile().writerRequest();
        return request != null && request.state() == WriterRequest.State.PENDING;
    }

    public boolean isActive() {
        return getProfile().status() == Status.ACTIVE;
    }

    public boolean isSuspended() {
        return getProfile().status() == Status.SUSPENDED;
    }

    /** What happened to it, newest first. */
    public List<AuditEntry> getHistory() {
        return audit.list(
                        new AuditQuery(
                                null, null, "account:" + getProfile().account().id()),
                        null,
                        LATEST)
                .items();
    }

    public List<String> getRoles() {
        return List.of(Role.READER, Role.WRITER, Role.ADMIN);
    }

    public void approve() {
        change(new AccountChange(null, null, WriterRequest.State.APPROVED, givenReason()), "writer-approved");
    }

    public void decline() {
        change(new AccountChange(null, null, WriterRequest.State.DECLINED, givenReason()), "writer-declined");
    }

    public void suspend() {
        change(new AccountChange(null, Status.SUSPENDED, null, givenReason()), "suspended");
    }

    public void reactivate() {
        change(new AccountChange(null, Status.ACTIVE, null, givenReason()), "reactivated");
    }

    public void changeRole() {
        change(new AccountChange(role, null, null, givenReason()), "role-changed");
    }

    private void change(AccountChange change, String done) {
        String id = parameters.value("id");
        response.after(
                () -> accounts.change(id, change),
                ConsolePage.ACCOUNT.path() + "?id=" + ConsoleParameters.encoded(id) + "&done=" + done);
    }

    private @Nullable String givenReason() {
        return reason.isBlank() ? null : reason;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getRole() {
        return role.isEmpty() ? getProfile().account().role() : role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
