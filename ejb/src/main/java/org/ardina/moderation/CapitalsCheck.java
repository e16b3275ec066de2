package org.ardina.moderation;

import java.util.List;

/** Holds what is shouted: mostly capital letters, in a text long enough not to be a name or an abbreviation. */
final class CapitalsCheck implements Check {

    static final int LEAST_LETTERS = 20;

    private final double share;

    CapitalsCheck(double share) {
        this.share = share;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        String text = examined.submission().text();
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        // Letters of scripts without cases shout at nobody.
        long cased = upper + text.codePoints().filter(Character::isLowerCase).count();
        return cased >= LEAST_LETTERS && upper >= share * cased
                ? List.of(Finding.hold(ModerationReason.CAPITALS))
                : List.of();
    }
}
