package org.ardina.comment;

import java.time.Duration;
import java.time.Instant;

/**
 * That an administrator is about to decide about a comment, so that nobody else is shown it meanwhile.
 *
 * @param by the id of their account
 */
record Claim(String by, Instant until) {

    /** Longer than the desk takes to say that it is still open. */
    static final Duration LASTS = Duration.ofMinutes(2);

    boolean keepsOut(String account, Instant now) {
        return now.isBefore(until) && !by.equals(account);
    }

    /** Whether it is time to say again that it holds. */
    boolean isOld(Instant now) {
        return now.plus(LASTS.dividedBy(2)).isAfter(until);
    }
}
