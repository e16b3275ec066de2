package org.ardina.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param actor the id of the account that did it, absent for nobody who was logged in, and for the newsroom itself
 * @param action what, as in {@code account.suspended}
 * @param subject what it was done to, as in {@code account:65…}
 * @param details names and values, none of them secret
 */
public record AuditEntry(
        String id, Instant time, @Nullable String actor, String action, String subject, Map<String, String> details) {

    public AuditEntry {
        details = Map.copyOf(details);
    }
}
