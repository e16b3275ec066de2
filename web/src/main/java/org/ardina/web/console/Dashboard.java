package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ardina.account.Role;
import org.ardina.article.ArticleState;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageStatistics;
import org.ardina.overview.DayCount;
import org.ardina.overview.Overview;
import org.ardina.overview.PaperFigures;
import org.ardina.search.Search;
import org.ardina.store.StoreStatus;
import org.ardina.store.StoreWatch;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.ardina.web.metrics.RequestHistory;
import org.jspecify.annotations.Nullable;

/** How the paper stands. Where a figure is of this replica alone the page says so. */
@Named("dashboard")
@RequestScoped
public class Dashboard {

    private static final int SHOWN_TOPICS = 10;

    @Inject
    private Overview overview;

    @Inject
    private RequestHistory history;

    @Inject
    private Topics topics;

    @Inject
    private StoreWatch stores;

    @Inject
    private PageCache pages;

    @Inject
    private Search search;

    @Inject
    private ConsoleNames names;

    @Inject
    private ConsoleTexts texts;

    private @Nullable PaperFigures figures;

    /** A figure and how much of the largest beside it it is, in percent. */
    public record Bar(String label, long value, int percent) {}

    public PaperFigures getFigures() {
        if (figures == null) {
            figures = overview.figures();
        }
        return figures;
    }

    public List<Bar> getStates() {
        return bars(
                Arrays.stream(ArticleState.values()).map(names::state).toList(),
                Arrays.stream(ArticleState.values())
                        .map(state -> getFigures().articles().getOrDefault(state, 0L))
                        .toList());
    }

    public List<Bar> getAccounts() {
        List<String> roles = List.of(Role.READER, Role.WRITER, Role.ADMIN);
        return bars(
                roles.stream().map(names::role).toList(),
                roles.stream()
                        .map(role -> getFigures().accounts().getOrDefault(role, 0L))
                        .toList());
    }

    public Chart getPublished() {
        return perDay(getFigures().published());
    }

    public Chart getRegistered() {
        return perDay(getFigures().registered());
    }

    private Chart perDay(List<DayCount> days) {
        return Chart.of(
                days.stream().map(day -> texts.day(day.day())).toList(),
                days.stream().map(day -> Long.toString(day.count())).toList(),
                days.stream().map(DayCount::count).toList());
    }

    /** The requests of this replica in the last hour, by minute. */
    public Chart getRequests() {
        return perMinute(minute -> (double) minute.requests(), 0);
    }

    public Chart getLatency() {
        return perMinute(RequestHistory.Minute::meanMillis, 1);
    }

    public long getErrors() {
        return history.minutes().stream()
                .mapToLong(RequestHistory.Minute::errors)
                .sum();
    }

    /** How long a request took in the last hour, in milliseconds. */
    public String getMeanMillis() {
        List<RequestHistory.Minute> minutes = history.minutes();
        long requests =
                minutes.stream().mapToLong(RequestHistory.Minute::requests).sum();
        double time = minutes.stream()
                .mapToDouble(minute -> minute.meanMillis() * minute.requests())
                .sum();
        return requests == 0 ? "–" : decimal(time / requests, 1);
    }

    private static String decimal(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Chart perMinute(Function<RequestHistory.Minute, Double> figure, int decimals) {
        List<RequestHistory.Minute> minutes = history.minutes();
        List<Double> figures = minutes.stream().map(figure).toList();
        return Chart.of(
                minutes.stream().map(minute -> texts.moment(minute.at())).toList(),
                figures.stream().map(value -> decimal(value, decimals)).toList(),
                figures);
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
