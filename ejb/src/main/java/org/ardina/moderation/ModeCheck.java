package org.ardina.moderation;

import java.util.List;

/** Holds everything where comments are looked at before they are shown. */
final class ModeCheck implements Check {

    @Override
    public List<Finding> examine(Examined examined) {
        return examined.submission().mode() == ModerationMode.BEFORE_PUBLICATION
                ? List.of(Finding.hold(ModerationReason.BEFORE_PUBLICATION))
                : List.of();
    }
}
