package org.ardina.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reader's wish to write for the paper.
 *
 * @param reason why it was decided so, for the reader
 */
public record WriterRequest(
        String motivation,
        State state,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        PENDING,
        APPROVED,
        DECLINED
    }
}
