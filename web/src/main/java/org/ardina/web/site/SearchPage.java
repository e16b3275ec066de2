package org.ardina.web.site;

import java.util.List;
import org.ardina.problem.BusinessException;
import org.ardina.search.SearchQuery;
import org.ardina.search.SearchResult;
import org.ardina.search.SearchResult.Byline;
import org.ardina.search.SearchResult.Count;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found, and the form for another.
 *
 * @param topics all of them, in the order of the sections
 * @param result absent where nothing was asked for, or the problem says why
 * @param problem what is wrong with the address
 */
public record SearchPage(
        List<Topic> topics,
        SearchAddress address,
        @Nullable SearchResult result,
        @Nullable BusinessException problem) {

    public SearchPage {
        topics = List.copyOf(topics);
    }

    /** Whether the results go on behind this page. */
    public boolean hasNext() {
        int until = address.number() * SearchAddress.RESULTS_ON_A_PAGE;
        return result != null
                && result.total() > until
                && until + SearchAddress.RESULTS_ON_A_PAGE <= SearchQuery.DEEPEST;
    }

    /** The name of the author to whom the search is narrowed down. */
    public String authorName() {
        if (result != null) {
            for (Count<Byline> author : result.authors()) {
                if (author.value().username().equals(address.author())) {
                    return author.value().name();
                }
            }
        }
        return address.author();
    }
}
