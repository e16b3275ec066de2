package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetterRowsTest {

    private static final int WIDTH = 3;

    private final Random random = new Random(20261122);

    @Test
    void agreesWithTheDefinitionOfTheJaccardIndex() {
        for (int round = 0; round < 2_000; round++) {
            String some = text();
            String other = random.nextBoolean() ? text() : changed(some);
            LetterRows rows = new LetterRows(some, WIDTH);
            for (int percent : new int[] {1, 20, 50, 80, 99, 100}) {
                assertThat(rows.isLike(other, percent))
                        .as("%s and %s, %d %%", some, other, percent)
                        .isEqualTo(isLike(some, other, percent));
            }
        }
    }

    @Test
    void findsNothingAlikeBeyondAHundredPerCent() {
        assertThat(new LetterRows("abcdefgh", WIDTH).isLike("abcdefgh", 101)).isFalse();
    }

    private static boolean isLike(String some, String other, int percent) {
        Map<String, Integer> left = rows(some);
        Map<String, Integer> right = rows(other);
        int shared = left.entrySet().stream()
                .mapToInt(row -> Math.min(row.getValue(), right.getOrDefault(row.getKey(), 0)))
                .sum();
        int all = size(left) + size(right) - shared;
        return shared * 100 >= percent * all;
    }

    private static int size(Map<String, Integer> rows) {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> rows(String text) {
        Map<String, Integer> rows = new HashMap<>();
        for (int from = 0; from + WIDTH <= text.length(); from++) {
            rows.merge(text.substring(from, from + WIDTH), 1, Integer::sum);
        }
        return rows;
    }

    /** Of few letters, so that rows are there more than once. */
    private String text() {
        return random.ints(WIDTH + random.nextInt(60), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String changed(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at)
                + (char) ('a' + random.nextInt(3))
                + text.substring(Math.min(text.length(), at + 1));
    }
}
