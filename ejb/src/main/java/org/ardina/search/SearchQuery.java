package org.ardina.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for; every part may be absent.
 *
 * @param text words, and phrases in quotation marks; whatever else is in it is looked past
 * @param from the first day of publication, in UTC
 * @param to the last day of publication
 * @param offset how many of the first are left out
 * @param limit how many are wanted
 */
public record SearchQuery(
        String text,
        @Nullable Slug topic,
        @Nullable Slug author,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        SearchOrder order,
        int offset,
        int limit) {

    /** More than any headline has. */
    public static final int LONGEST_TEXT = 500;

    /** Nobody leafs further, and what comes earlier would have to be found again for each page. */
    public static final int DEEPEST = 1000;

    public static final int MOST_AT_ONCE = 100;

    /** @throws InvalidInputException if the text is too long, the days are in the wrong order, or it is too deep */
    public SearchQuery {
        text = normalised(text);
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInputException(
                    "query-too-long", "A search has at most " + LONGEST_TEXT + " characters. Use fewer words.");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidInputException(
                    "invalid-period", "The first day is after the last. Exchange them, or leave one out.");
        }
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw new InvalidInputException("invalid-limit", "The limit is a number from 1 to " + MOST_AT_ONCE + ".");
        }
        if (offset < 0 || offset > DEEPEST - limit) {
            throw new InvalidInputException(
                    "too-deep", "Only the first " + DEEPEST + " results are listed. Narrow the search down.");
        }
    }

    /**
     * A day as it is written in an address.
     *
     * @throws InvalidInputException if it is none
     */
    public static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 0 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException notADay) {
            throw new InvalidInputException("invalid-date", "A day is written like 2026-11-21.");
        }
        throw new InvalidInputException("invalid-date", "A day has a year from 0000 to 9999.");
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return text.isEmpty() && topic == null && author == null && from == null && to == null;
    }

    /** Composed (Unicode's form NFC), controls and runs of spaces as one space. Long ones are cut a little behind. */
    private static String normalised(String text) {
        String bounded = text.length() > 2 * LONGEST_TEXT ? text.substring(0, 2 * LONGEST_TEXT) : text;
        StringBuilder plain = new StringBuilder(bounded.length());
        Normalizer.normalize(bounded, Normalizer.Form.NFC).codePoints().forEach(c -> {
            boolean space = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE;
            if (!space) {
                plain.appendCodePoint(c);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }
}
