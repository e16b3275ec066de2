package org.ardina.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ardina.article.ArticleState;
import org.ardina.article.ManuscriptSummary;
import org.ardina.popularity.PopularArticle;

/**
 * How the paper stands.
 *
 * @param articles by state
 * @param waiting for a decision, articles and revisions
 * @param longestWaiting those of them that wait longest
 * @param published per day, the last one today
 * @param registered accounts made per day, the last one today
 * @param accounts by role
 * @param writerRequests that wait for a decision
 * @param sessions that are not over
 * @param readNow what was read most in the last hour
 * @param readToday what was read most in 24 hours
 * @param at when this was so
 */
public record PaperFigures(
        Map<ArticleState, Long> articles,
        long waiting,
        List<ManuscriptSummary> longestWaiting,
        List<DayCount> published,
        List<DayCount> registered,
        Map<String, Long> accounts,
        long writerRequests,
        long sessions,
        List<PopularArticle> readNow,
        List<PopularArticle> readToday,
        Instant at) {

    public PaperFigures {
        articles = Map.copyOf(articles);
        longestWaiting = List.copyOf(longestWaiting);
        published = List.copyOf(published);
        registered = List.copyOf(registered);
        accounts = Map.copyOf(accounts);
        readNow = List.copyOf(readNow);
        readToday = List.copyOf(readToday);
    }
}
