package org.ardina.audit;

import org.jspecify.annotations.Nullable;

/** Which entries are looked for: those of one actor, or about one subject, or of one action, or all. */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject) {}
