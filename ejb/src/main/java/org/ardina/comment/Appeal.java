package org.ardina.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An author's wish that somebody else looks at their rejected comment again.
 *
 * @param outcome absent while it waits
 */
public record Appeal(String text, Instant at, @Nullable Outcome outcome) {

    /** How it ended. */
    public enum Outcome {
        /** The comment was approved after all. */
        OVERTURNED,
        /** The comment stays rejected. */
        UPHELD
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
