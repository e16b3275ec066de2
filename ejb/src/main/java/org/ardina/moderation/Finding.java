package org.ardina.moderation;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param passage where; null if it is about the whole text or its author
 */
public record Finding(
        Verdict verdict, ModerationReason reason, @Nullable Passage passage) {

    static Finding hold(ModerationReason reason) {
        return new Finding(Verdict.HOLD, reason, null);
    }

    static Finding reject(ModerationReason reason) {
        return new Finding(Verdict.REJECT, reason, null);
    }
}
