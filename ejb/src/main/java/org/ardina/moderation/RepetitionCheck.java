package org.ardina.moderation;

import java.util.BitSet;
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
    private static final int BITS = 1 << 16;

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
        BitSet rows = rows(text);
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

    private boolean isAlike(BitSet some, BitSet others) {
        BitSet common = (BitSet) some.clone();
        common.and(others);
        int shared = common.cardinality();
        return shared >= share * (some.cardinality() + others.cardinality() - shared);
    }

    private static BitSet rows(String text) {
        BitSet rows = new BitSet(BITS);
        for (int i = 0; i + ROW <= text.length(); i++) {
            int hash = 0;
            for (int j = i; j < i + ROW; j++) {
                hash = hash * 31 + text.charAt(j);
            }
            rows.set((hash * 0x9E3779B9) >>> 16);
        }
        return rows;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(Character::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
