package org.ardina.newsletter;

import java.time.Instant;

/**
 * The digest of a day or a week: what was published in a span of time, at whose end it is sent.
 *
 * @param from inclusive
 * @param due exclusive
 */
record Edition(Cadence cadence, Instant from, Instant due) {}
