package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ardina.account.Accounts;
import org.ardina.account.Role;
import org.ardina.account.Sessions;
import org.ardina.article.ArticleState;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageStatistics;
import org.ardina.newsroom.Review;
import org.ardina.search.Search;
import org.ardina.store.StoreStatus;
import org.ardina.store.StoreWatch;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;

/** How the paper stands. Where a figure is of this replica alone the page says so. */
@Named("dashboard")
@RequestScoped
public class Dashboard {

    private static final int SHOWN_TOPICS = 10;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Topics topics;

    @Inject
    private StoreWatch stores;

    @Inject
    private PageCache pages;

    @Inject
    private Search search;

    @Inject
    private Review review;

    @Inject
    private ConsoleNames names;

    /** A figure and how much of the largest beside it it is, in percent. */
    public record Bar(String label, long value, int percent) {}

    public long getWaiting() {
        return review.waiting();
    }

    public List<Bar> getStates() {
        var counts = review.counts();
        return bars(
                Arrays.stream(ArticleState.values()).map(names::state).toList(),
                Arrays.stream(ArticleState.values())
                        .map(state -> counts.getOrDefault(state, 0L))
                        .toList());
    }

    public long getWriterRequests() {
        return accounts.writerRequests();
    }

    public long getSessions() {
        return sessions.count();
    }

    public List<Bar> getAccounts() {
        var counts = accounts.counts();
        return bars(
                List.of(Role.READER, Role.WRITER, Role.ADMIN).stream()
                        .map(names::role)
                        .toList(),
                List.of(Role.READER, Role.WRITER, Role.ADMIN).stream()
                        .map(role -> counts.getOrDefault(role, 0L))
                        .toList());
    }

    public List<Bar> getTopics() {
        List<Topic> largest = topics.list().stream()
                .sorted((a, b) -> Long.compare(b.articles(), a.articles()))
                .limit(SHOWN_TOPICS)
                .toList();
        return bars(
                largest.stream().map(Topic::name).toList(),
                largest.stream().map(Topic::articles).toList());
    }

    public StoreStatus getMongo() {
        return stores.mongo();
    }

    public StoreStatus getRedis() {
        return stores.redis();
    }

    public long getFindable() {
        return search.size();
    }

    public long getNearPages() {
        return pages.nearSize();
    }

    public long getNearMegabytes() {
        return pages.nearBytes() >> 20;
    }

    /** Of the pages that readers asked this replica for so many percent were in its memory. */
    public long getHitPercent() {
        PageStatistics statistics = pages.statistics();
        long hits = statistics.hits();
        long all = hits + statistics.sharedHits() + statistics.misses();
        return all == 0 ? 100 : Math.round(hits * 100.0 / all);
    }

    static List<Bar> bars(List<String> labels, List<Long> values) {
        long largest =
                Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Bar(labels.get(i), values.get(i), (int) Math.round(values.get(i) * 100.0 / largest)))
                .toList();
    }
}
