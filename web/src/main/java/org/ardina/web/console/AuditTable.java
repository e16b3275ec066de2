package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ardina.account.Accounts;
import org.ardina.audit.AuditEntry;
import org.ardina.audit.AuditQuery;
import org.ardina.audit.AuditTrail;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** Who did what, newest first. */
@Named("audit")
@RequestScoped
public class AuditTable {

    @Inject
    private AuditTrail trail;

    @Inject
    private Accounts accounts;

    @Inject
    private ConsoleParameters parameters;

    private final Map<String, String> names = new HashMap<>();
    private @Nullable Page<AuditEntry> page;

    public List<AuditEntry> getRows() {
        return page().items();
    }

    public @Nullable String getNext() {
        return parameters.next(page().next(), "actor", "action", "subject");
    }

    /** The username of whoever did it; its id where there is no such account. */
    public String actor(AuditEntry entry) {
        String id = entry.actor();
        return id == null ? "" : names.computeIfAbsent(id, this::name);
    }

    private String name(String id) {
        try {
            return accounts.find(id).account().username();
        } catch (NotFoundException gone) {
            return id;
        }
    }

    private Page<AuditEntry> page() {
        if (page == null) {
            page = parameters.list(cursor -> trail.list(
                    new AuditQuery(parameters.given("actor"), parameters.given("action"), parameters.given("subject")),
                    cursor,
                    ConsoleParameters.ROWS));
        }
        return page;
    }
}
