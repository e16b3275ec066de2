package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.ardina.account.AccountQuery;
import org.ardina.account.Accounts;
import org.ardina.account.Profile;
import org.ardina.account.Role;
import org.ardina.account.WriterRequest;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** Accounts in the order of their names, found by the beginning of a name, an e-mail address, a role or a request to write. */
@Named("accounts")
@RequestScoped
public class AccountTable {

    @Inject
    private Accounts accounts;

    @Inject
    private ConsoleParameters parameters;

    private @Nullable Page<Profile> page;

    public List<Profile> getRows() {
        return page().items();
    }

    public @Nullable String getNext() {
        return parameters.next(page().next(), "q", "role", "request");
    }

    public List<String> getRoles() {
        return List.of(Role.READER, Role.WRITER, Role.ADMIN);
    }

    private Page<Profile> page() {
        if (page == null) {
            String role = parameters.given("role");
            page = parameters.list(cursor -> accounts.list(
                    new AccountQuery(
                            parameters.given("q"),
                            role != null && Role.isRole(role) ? role : null,
                            parameters.given("request") == null ? null : WriterRequest.State.PENDING),
                    cursor,
                    ConsoleParameters.ROWS));
        }
        return page;
    }
}
