package org.ardina.moderation;

import java.util.List;

/** Holds what somebody writes until so many of their comments were approved. */
final class FirstCommentsCheck implements Check {

    private final int held;

    FirstCommentsCheck(int held) {
        this.held = held;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        return examined.submission().author().approvedComments() < held
                ? List.of(Finding.hold(ModerationReason.FIRST_COMMENTS))
                : List.of();
    }
}
