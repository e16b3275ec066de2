package org.ardina.moderation;

import java.util.List;

/** Holds what somebody writes of whose comments many were rejected lately. */
final class RecordCheck implements Check {

    /** Fewer decisions say nothing about anybody. */
    static final int LEAST_DECIDED = 4;

    private final double share;

    RecordCheck(double share) {
        this.share = share;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        AuthorStanding author = examined.submission().author();
        return author.decided() >= LEAST_DECIDED && author.rejectedShare() >= share
                ? List.of(Finding.hold(ModerationReason.RECORD))
                : List.of();
    }
}
