package org.ardina.search;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.ardina.search.SearchResult.Byline;
import org.ardina.search.SearchResult.Count;
import org.ardina.search.SegmentValues.Numbered;

/** Counts the articles found by topic, author and month. */
final class FacetCounts {

    private static final int MOST = 12;

    private int[] topics = new int[0];
    private int[] bylines = new int[0];
    private int[] months = new int[0];

    /** Makes room for all values of a segment that was read. */
    void begin() {
        topics = withRoom(topics, SegmentValues.TOPICS.size());
        bylines = withRoom(bylines, SegmentValues.BYLINES.size());
        months = withRoom(months, SegmentValues.MONTHS.size());
    }

    private static int[] withRoom(int[] counts, int size) {
        return counts.length < size ? Arrays.copyOf(counts, size) : counts;
    }

    void add(SegmentValues values, int article) {
        values.countTopic(article, topics);
        values.countBylines(article, bylines);
        values.countMonth(article, months);
    }

    List<Count<String>> topics() {
        return most(counts(topics, SegmentValues.TOPICS), topic -> topic);
    }

    /** An author who has had several names is counted under the one that is most used. */
    List<Count<Byline>> authors() {
        int[] byAuthor = new int[SegmentValues.AUTHORS.size()];
        int[] mostUsed = new int[byAuthor.length];
        int[] author = SegmentValues.authorsOfBylines();
        for (int byline = 0; byline < bylines.length; byline++) {
            if (bylines[byline] > 0) {
                int known = byAuthor[author[byline]];
                if (known == 0 || bylines[byline] > bylines[mostUsed[author[byline]]]) {
                    mostUsed[author[byline]] = byline;
                }
                byAuthor[author[byline]] = known + bylines[byline];
            }
        }
        return most(counts(byAuthor, SegmentValues.AUTHORS), username -> username).stream()
                .map(count -> new Count<>(
                        SegmentValues.BYLINES.value(mostUsed[SegmentValues.AUTHORS.number(count.value())]),
                        count.articles()))
                .toList();
    }

    /** All authors in the order of their usernames. */
    List<String> usernames(int limit) {
        return counts(bylines, SegmentValues.BYLINES).stream()
                .map(count -> count.value().username())
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    List<Count<YearMonth>> months() {
        return counts(months, SegmentValues.MONTHS).stream()
                .sorted(Comparator.<Count<Integer>>comparingInt(Count::value).reversed())
                .limit(MOST)
                .map(count -> new Count<>(YearMonth.of(count.value() / 12, count.value() % 12 + 1), count.articles()))
                .toList();
    }

    private static <T> List<Count<T>> counts(int[] counts, Numbered<T> values) {
        List<Count<T>> some = new ArrayList<>();
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                some.add(new Count<>(values.value(number), counts[number]));
            }
        }
        return some;
    }

    /** The most frequent values, most first. There may be thousands, so that not all of them are put in order. */
    private static <T> List<Count<T>> most(Collection<Count<T>> all, Function<T, String> name) {
        Comparator<Count<T>> mostLast = Comparator.<Count<T>>comparingInt(Count::articles)
                .thenComparing(count -> name.apply(count.value()), Comparator.reverseOrder());
        PriorityQueue<Count<T>> most = new PriorityQueue<>(MOST + 1, mostLast);
        for (Count<T> count : all) {
            if (most.size() < MOST) {
                most.add(count);
            } else if (mostLast.compare(count, most.element()) > 0) {
                most.remove();
                most.add(count);
            }
        }
        return most.stream().sorted(mostLast.reversed()).toList();
    }
}
