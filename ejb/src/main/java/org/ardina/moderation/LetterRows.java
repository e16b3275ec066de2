package org.ardina.moderation;

import java.util.Arrays;

/**
 * All rows of so many letters in a text, each as often as it is there, to compare other texts with. Rows are told apart by
 * 32 bits of a hash.
 */
final class LetterRows {

    private final int width;
    private final int count;
    /** Each row once, in ascending order. */
    private final int[] rows;
    /** How often each of them is there. */
    private final int[] numbers;

    LetterRows(String text, int width) {
        this.width = width;
        int[] all = new int[count(text, width)];
        Arrays.setAll(all, from -> hash(text, from, width));
        Arrays.sort(all);
        this.count = all.length;
        this.numbers = new int[count];
        int distinct = 0;
        for (int row : all) {
            if (distinct == 0 || all[distinct - 1] != row) {
                all[distinct++] = row;
            }
            numbers[distinct - 1]++;
        }
        this.rows = Arrays.copyOf(all, distinct);
    }

    /** Whether the Jaccard index of the two bags of rows, in per cent, is at least this one. */
    boolean isLike(String other, int percent) {
        int others = count(other, width);
        // (others - missing) / (count + missing) is the index.
        int mostMissing = Math.floorDiv(100 * others - percent * count, 100 + percent);
        int[] left = numbers.clone();
        int missing = 0;
        for (int from = 0; from < others && missing <= mostMissing; from++) {
            int place = Arrays.binarySearch(rows, hash(other, from, width));
            if (place >= 0 && left[place] > 0) {
                left[place]--;
            } else {
                missing++;
            }
        }
        return missing <= mostMissing;
    }

    private static int count(String text, int width) {
        return Math.max(0, text.length() - width + 1);
    }

    private static int hash(String text, int from, int width) {
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash;
    }
}
