package org.ardina.moderation;

import java.util.Arrays;
import java.util.List;

/**
 * Rejects what the same author has written before, and holds what is almost the same. How much two texts have in common is
 * estimated by the Jaccard index of their sets of five letters in a row. Digits are compared as they are: two results of
 * one team are two comments.
 */
final class RepetitionCheck implements Check {

    /** Shorter ones, as "Thank you!", may be said again. */
    static final int LEAST_LETTERS = 15;

    /** In shorter ones few letters are many. */
    static final int LEAST_LETTERS_ALIKE = 80;

    private static final int ROW = 5;

    private final double share;

    RepetitionCheck(double share) {
        this.share = share;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        List<String> recent = examined.submission().recentTexts();
        String text = examined.folded().lettersAndDigits();
        if (recent.isEmpty() || text.length() < LEAST_LETTERS) {
            return List.of();
        }
        boolean alike = false;
        int[] rows = rows(text);
        String digits = digits(text);
        for (String other : recent) {
            String before = new FoldedText(other).lettersAndDigits();
            if (before.equals(text)) {
                return List.of(Finding.reject(ModerationReason.REPEATED));
            }
            alike |= text.length() >= LEAST_LETTERS_ALIKE
                    && digits(before).equals(digits)
                    && isAlike(rows, rows(before));
        }
        return alike ? List.of(Finding.hold(ModerationReason.REPEATED)) : List.of();
    }

    private boolean isAlike(int[] some, int[] others) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < some.length && j < others.length) {
            int order = Integer.compare(some[i], others[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared >= share * (some.length + others.length - shared);
    }

    /** The hashes of all rows of letters, each once, in ascending order. */
    private static int[] rows(String text) {
        int[] rows = new int[Math.max(0, text.length() - ROW + 1)];
        Arrays.setAll(rows, from -> hash(text, from));
        Arrays.sort(rows);
        int count = 0;
        for (int row : rows) {
            if (count == 0 || rows[count - 1] != row) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static int hash(String text, int from) {
        int hash = 0;
        for (int i = from; i < from + ROW; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
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
