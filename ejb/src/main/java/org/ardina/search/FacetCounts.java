package org.ardina.search;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.ardina.search.SearchResult.Byline;
import org.ardina.search.SearchResult.Count;

/** Counts the articles found by topic, author and month. */
final class FacetCounts implements Collector {

    private static final int MOST = 12;

    private final Map<String, Integer> topics = new HashMap<>();
    private final Map<String, Integer> bylines = new HashMap<>();
    private final Map<Long, Integer> months = new HashMap<>();

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        LeafReader reader = context.reader();
        SortedDocValues topic = DocValues.getSorted(reader, IndexFields.TOPIC);
        SortedSetDocValues byline = DocValues.getSortedSet(reader, IndexFields.BYLINE);
        NumericDocValues month = DocValues.getNumeric(reader, IndexFields.MONTH);
        int[] inTopic = new int[topic.getValueCount()];
        int[] byAuthor = new int[(int) byline.getValueCount()];
        OrdinalNames names = OrdinalNames.of(reader, inTopic.length, byAuthor.length);
        return new LeafCollector() {

            private long lastMonth = -1;
            private int inMonth;

            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                if (topic.advanceExact(document)) {
                    inTopic[topic.ordValue()]++;
                }
                if (byline.advanceExact(document)) {
                    for (int i = byline.docValueCount(); i > 0; i--) {
                        byAuthor[(int) byline.nextOrd()]++;
                    }
                }
                if (month.advanceExact(document)) {
                    if (month.longValue() != lastMonth) {
                        addMonth();
                        lastMonth = month.longValue();
                    }
                    inMonth++;
                }
            }

            @Override
            public void finish() throws IOException {
                addMonth();
                for (int ordinal = 0; ordinal < inTopic.length; ordinal++) {
                    if (inTopic[ordinal] > 0) {
                        topics.merge(names.topic(ordinal, topic), inTopic[ordinal], Integer::sum);
                    }
                }
                for (int ordinal = 0; ordinal < byAuthor.length; ordinal++) {
                    if (byAuthor[ordinal] > 0) {
                        bylines.merge(names.byline(ordinal, byline), byAuthor[ordinal], Integer::sum);
                    }
                }
            }

            private void addMonth() {
                if (inMonth > 0) {
                    months.merge(lastMonth, inMonth, Integer::sum);
                    inMonth = 0;
                }
            }
        };
    }

    List<Count<String>> topics() {
        return mostFirst(topics).limit(MOST).toList();
    }

    /** An author who has had several names is counted under the one that is most used. */
    List<Count<Byline>> authors() {
        Map<String, Count<Byline>> authors = new LinkedHashMap<>();
        mostFirst(bylines).forEach(count -> {
            int between = count.value().indexOf(IndexFields.BETWEEN);
            String username = count.value().substring(0, between);
            Byline byline = new Byline(username, count.value().substring(between + 1));
            authors.merge(
                    username,
                    new Count<>(byline, count.articles()),
                    (one, other) -> new Count<>(one.value(), one.articles() + other.articles()));
        });
        return authors.values().stream().limit(MOST).toList();
    }

    List<Count<YearMonth>> months() {
        return months.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByKey().reversed())
                .limit(MOST)
                .map(entry -> new Count<>(
                        YearMonth.of((int) (entry.getKey() / 12), (int) (entry.getKey() % 12) + 1), entry.getValue()))
                .toList();
    }

    private static Stream<Count<String>> mostFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Count<>(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Count<String>>comparingInt(Count::articles)
                        .reversed()
                        .thenComparing(Count::value));
    }
}
