package org.ardina.comment;

import java.time.Instant;
import org.ardina.moderation.ModerationReason;
import org.jspecify.annotations.Nullable;

/** What a reader says is wrong with a comment. */
public record Report(
        CommentId comment,
        String account,
        ModerationReason reason,
        @Nullable String detail,
        Instant at,
        Outcome outcome) {

    /** What came of it. */
    public enum Outcome {
        OPEN,
        /** The comment was rejected. */
        UPHELD,
        /** The comment stays. */
        DISMISSED
    }
}
