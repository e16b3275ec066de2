package org.ardina.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list in the newsroom shows of an article.
 *
 * @param headline of the text that is worked on
 * @param revision the state of a revision, where there is one
 * @param changedAt when anything about it last changed
 */
public record ManuscriptSummary(
        ArticleId id,
        Slug slug,
        String headline,
        String standfirst,
        @Nullable Slug topic,
        List<Author> authors,
        String language,
        int words,
        ArticleState state,
        @Nullable ArticleState revision,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        Instant changedAt,
        @Nullable Instant waitingSince,
        @Nullable ReviewDecision decision,
        long version) {

    public ManuscriptSummary {
        authors = List.copyOf(authors);
    }

    /** The time by which the table of all articles is sorted. */
    Instant listedAt() {
        return ListingKeys.at(publishedAt, updatedAt);
    }
}
