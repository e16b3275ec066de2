package org.ardina.moderation;

import java.util.List;

/** Whether the author may write at all. */
final class StandingCheck implements Check {

    @Override
    public List<Finding> examine(Examined examined) {
        AuthorStanding author = examined.submission().author();
        if (author.suspended()) {
            return List.of(Finding.reject(ModerationReason.SUSPENDED));
        }
        return author.muted() ? List.of(Finding.reject(ModerationReason.MUTED)) : List.of();
    }
}
