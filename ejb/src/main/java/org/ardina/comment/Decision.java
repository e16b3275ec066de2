package org.ardina.comment;

import java.time.Instant;
import org.ardina.moderation.ModerationReason;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decided about a comment, and why.
 *
 * @param by the id of their account
 * @param reason absent where a comment is approved without one
 * @param note for the author
 */
public record Decision(
        String by,
        Instant at,
        Choice choice,
        @Nullable ModerationReason reason,
        @Nullable String note) {

    /** What can be decided. */
    public enum Choice {
        APPROVE,
        REJECT
    }
}
