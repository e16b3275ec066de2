package org.ardina.moderation;

import org.jspecify.annotations.Nullable;

/**
 * A comment that rules are tried on.
 *
 * @param id names it to the caller
 * @param decided what people decided: to publish or to reject it; null if nobody did
 */
public record PastComment(
        String id, Submission submission, @Nullable Verdict decided) {}
