package org.ardina.moderation;

import java.util.List;

/** Whether there is something to read, and not too much of it. */
final class LengthCheck implements Check {

    private final int longest;

    LengthCheck(int longest) {
        this.longest = longest;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        String text = examined.submission().text();
        boolean fits = text.codePointCount(0, text.length()) <= longest
                && !examined.folded().isBlank();
        return fits ? List.of() : List.of(Finding.reject(ModerationReason.LENGTH));
    }
}
