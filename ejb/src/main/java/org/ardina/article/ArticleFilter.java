package org.ardina.article;

import java.time.LocalDate;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which articles the newsroom lists; every part may be absent.
 *
 * @param words that all stand in the headline, whole; how they are written, in capitals or with accents, makes no
 *     difference
 * @param from the first day of publication, or of the last writing where it never was published, in UTC
 * @param to the last such day
 */
public record ArticleFilter(
        String words,
        @Nullable ArticleState state,
        @Nullable Slug topic,
        @Nullable Slug author,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** All articles. */
    public static final ArticleFilter NONE = new ArticleFilter("", null, null, null, null, null);

    /** @throws InvalidInputException if the words are too long, or the days are in the wrong order */
    public ArticleFilter {
        if (words.length() > Content.MAXIMUM_HEADLINE) {
            throw new InvalidInputException(
                    "query-too-long",
                    "A search has at most " + Content.MAXIMUM_HEADLINE + " characters. Use fewer words.");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidInputException(
                    "invalid-period", "The first day is after the last. Exchange them, or leave one out.");
        }
    }
}
