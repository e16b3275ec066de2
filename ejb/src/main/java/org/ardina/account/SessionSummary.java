package org.ardina.account;

import java.time.Instant;

/**
 * A session in the list of its account's.
 *
 * @param lastUsedAt to the minute or so
 * @param current whether the list was asked for with it
 */
public record SessionSummary(
        String id, Device device, Instant createdAt, Instant lastUsedAt, Instant expiresAt, boolean current) {}
