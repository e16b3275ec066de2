package org.ardina.search;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param total how many there are in all
 * @param topics in how many of all of them each topic is, most first
 * @param authors the same by author
 * @param months the same by month of publication, newest first
 * @param suggestion the text with other words in the place of those that no article has, where there are such
 * @param partly whether no article has all the words, and these have some
 * @param complete whether all articles were looked at; not so while the index is built or a search takes too long
 */
public record SearchResult(
        List<SearchHit> hits,
        int total,
        List<Count<String>> topics,
        List<Count<Byline>> authors,
        List<Count<YearMonth>> months,
        @Nullable String suggestion,
        boolean partly,
        boolean complete) {

    public SearchResult {
        hits = List.copyOf(hits);
        topics = List.copyOf(topics);
        authors = List.copyOf(authors);
        months = List.copyOf(months);
    }

    /** How many of the articles found have a value. */
    public record Count<T>(T value, int articles) {}

    /** A name in bylines. */
    public record Byline(String username, String name) {}

    /** Nothing, while there is no index. */
    static SearchResult none() {
        return new SearchResult(List.of(), 0, List.of(), List.of(), List.of(), null, false, false);
    }
}
