package org.ardina.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ardina.account.AccountEvent;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.problem.InvalidInputException;
import org.ardina.setting.SettingsChanged;
import org.ardina.store.Page;
import org.ardina.store.StoreWatch;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Adds to the audit trail, and shows it to administrators. Entries are kept for two years. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditTrail {

    static final Duration KEPT = Duration.ofDays(2 * 365);

    @Inject
    private AuditRepository entries;

    @Inject
    private Caller caller;

    @Inject
    private StoreWatch watch;

    /** Notes what the caller did. */
    public void note(String action, String subject, Map<String, String> details) {
        entries.insert(caller.accountId().orElse(null), action, subject, details, Instant.now());
    }

    /** Notes what happened to accounts. */
    public void observe(@Observes AccountEvent event) {
        entries.insert(
                event.actor(),
                "account." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "account:" + event.account().id(),
                event.details(),
                Instant.now());
    }

    /** Notes what the newsroom has set. */
    public void observe(@Observes SettingsChanged settings) {
        note("settings.changed", "settings", settings.values());
    }

    /** Entries, newest first. */
    @RolesAllowed(Role.ADMIN)
    public Page<AuditEntry> list(AuditQuery query, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException("invalid-limit", "limit is from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        if (cursor != null && !ObjectId.isValid(cursor)) {
            throw new InvalidInputException("invalid-cursor", "cursor is what an earlier page answered as next.");
        }
        List<AuditEntry> found = entries.list(query, cursor == null ? null : new ObjectId(cursor), limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id());
    }

    @Schedule(hour = "4", minute = "11", persistent = false)
    void tidy() {
        if (watch.mongo().available()) {
            entries.deleteOlder(Instant.now().minus(KEPT));
        }
    }
}
