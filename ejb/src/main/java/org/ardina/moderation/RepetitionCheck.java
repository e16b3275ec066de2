package org.ardina.moderation;

import java.util.List;

/**
 * Rejects what the same author has written before, and holds what is almost the same. How much two texts have in common is
 * estimated by the Jaccard index of their bags of five letters in a row. Digits are compared as they are: two results of
 * one team are two comments.
 */
final class RepetitionCheck implements Check {

    /** Shorter ones, as "Thank you!", may be said again. */
    static final int LEAST_LETTERS = 15;

    /** In shorter ones few letters are many. */
    static final int LEAST_LETTERS_ALIKE = 80;

    private static final int ROW = 5;

    private final int alikePercent;

    RepetitionCheck(int alikePercent) {
        this.alikePercent = alikePercent;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        List<String> recent = examined.submission().recentTexts();
        String text = FoldedText.lettersAndDigits(examined.submission().text());
        if (recent.isEmpty() || text.length() < LEAST_LETTERS) {
            return List.of();
        }
        boolean alike = false;
        LetterRows rows = new LetterRows(text, ROW);
        String digits = digits(text);
        for (String other : recent) {
            String before = FoldedText.lettersAndDigits(other);
            if (before.equals(text)) {
                return List.of(Finding.reject(ModerationReason.REPEATED));
            }
            alike = alike
                    || (text.length() >= LEAST_LETTERS_ALIKE
                            && rows.isLike(before, alikePercent)
                            && digits(before).equals(digits));
        }
        return alike ? List.of(Finding.hold(ModerationReason.REPEATED)) : List.of();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
