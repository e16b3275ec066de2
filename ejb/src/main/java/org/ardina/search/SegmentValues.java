package org.ardina.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.ardina.search.SearchResult.Byline;

/**
 * What is counted of each article of a segment, and when it was published, in arrays: a search looks at all that it finds,
 * and in the segment they are compressed. A segment never changes. Values have the same numbers in all segments, so that
 * counts need not be put together by name.
 */
final class SegmentValues {

    /** The values that there are, each with its number. They are few, and stay when no article has them any more. */
    static final class Numbered<T> {

        private final Map<T, Integer> numbers = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        synchronized int number(T value) {
            return numbers.computeIfAbsent(value, added -> {
                values.add(added);
                return values.size() - 1;
            });
        }

        synchronized T value(int number) {
            return values.get(number);
        }

        synchronized int size() {
            return values.size();
        }
    }

    static final Numbered<String> TOPICS = new Numbered<>();
    static final Numbered<Byline> BYLINES = new Numbered<>();
    static final Numbered<String> AUTHORS = new Numbered<>();
    static final Numbered<Integer> MONTHS = new Numbered<>();

    /** Of each byline the number of its author; longer than there are bylines. */
    private static int[] authorsOfBylines = new int[64];

    private static final Map<CacheKey, SegmentValues> ALL = new ConcurrentHashMap<>();

    private static final int NONE = -1;

    private final int[] topics;

    /** Of each article where its bylines begin; they end where those of the next begin. */
    private final int[] firstBylines;

    private final int[] bylines;
    private final int[] months;
    private final long[] publishedAt;
    private final long newest;

    private SegmentValues(LeafReader reader) throws IOException {
        int articles = reader.maxDoc();
        topics = topics(reader, articles);
        firstBylines = new int[articles + 1];
        bylines = bylines(reader, firstBylines);
        months = new int[articles];
        publishedAt = new long[articles];
        NumericDocValues month = DocValues.getNumeric(reader, IndexFields.MONTH);
        SortedNumericDocValues published = DocValues.getSortedNumeric(reader, IndexFields.PUBLISHED_AT);
        for (int article = 0; article < articles; article++) {
            months[article] = month.advanceExact(article) ? MONTHS.number((int) month.longValue()) : NONE;
            publishedAt[article] = published.advanceExact(article) ? published.nextValue() : Long.MAX_VALUE;
        }
        newest = Arrays.stream(publishedAt).max().orElse(Long.MIN_VALUE);
    }

    static SegmentValues of(LeafReader reader) throws IOException {
        CacheHelper segment = reader.getCoreCacheHelper();
        if (segment == null) {
            return new SegmentValues(reader);
        }
        SegmentValues known = ALL.get(segment.getKey());
        if (known != null) {
            return known;
        }
        try {
            return ALL.computeIfAbsent(segment.getKey(), key -> {
                try {
                    SegmentValues read = new SegmentValues(reader);
                    segment.addClosedListener(ALL::remove);
                    return read;
                } catch (IOException damaged) {
                    throw new UncheckedIOException(damaged);
                }
            });
        } catch (UncheckedIOException damaged) {
            throw damaged.getCause();
        }
    }

    /** Of each byline that some article has the number of its author. */
    static synchronized int[] authorsOfBylines() {
        return authorsOfBylines;
    }

    private static synchronized int number(Byline byline) {
        int number = BYLINES.number(byline);
        if (number >= authorsOfBylines.length) {
            authorsOfBylines = Arrays.copyOf(authorsOfBylines, 2 * number);
        }
        authorsOfBylines[number] = AUTHORS.number(byline.username());
        return number;
    }

    /** Adds an article to counts by topic. */
    void countTopic(int article, int[] counts) {
        if (topics[article] != NONE) {
            counts[topics[article]]++;
        }
    }

    /** Adds an article to counts by byline. */
    void countBylines(int article, int[] counts) {
        for (int i = firstBylines[article]; i < firstBylines[article + 1]; i++) {
            counts[bylines[i]]++;
        }
    }

    /** Adds an article to counts by month. */
    void countMonth(int article, int[] counts) {
        if (months[article] != NONE) {
            counts[months[article]]++;
        }
    }

    /** When it was published, in milliseconds since 1970. */
    long publishedAt(int article) {
        return publishedAt[article];
    }

    /** When the newest of them was published, or is to be. */
    long newest() {
        return newest;
    }

    private static int[] topics(LeafReader reader, int articles) throws IOException {
        SortedDocValues values = DocValues.getSorted(reader, IndexFields.TOPIC);
        int[] numbers = new int[values.getValueCount()];
        for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
            numbers[ordinal] = TOPICS.number(values.lookupOrd(ordinal).utf8ToString());
        }
        int[] topics = new int[articles];
        for (int article = 0; article < articles; article++) {
            topics[article] = values.advanceExact(article) ? numbers[values.ordValue()] : NONE;
        }
        return topics;
    }

    private static int[] bylines(LeafReader reader, int[] first) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(reader, IndexFields.BYLINE);
        int[] numbers = new int[(int) values.getValueCount()];
        for (int ordinal = 0; ordinal < numbers.length; ordinal++) {
            String byline = values.lookupOrd(ordinal).utf8ToString();
            int between = byline.indexOf(IndexFields.BETWEEN);
            numbers[ordinal] = number(new Byline(byline.substring(0, between), byline.substring(between + 1)));
        }
        int[] bylines = new int[first.length];
        int count = 0;
        for (int article = 0; article < first.length - 1; article++) {
            first[article] = count;
            if (values.advanceExact(article)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    if (count == bylines.length) {
                        bylines = Arrays.copyOf(bylines, 2 * count);
                    }
                    bylines[count++] = numbers[(int) values.nextOrd()];
                }
            }
        }
        first[first.length - 1] = count;
        return Arrays.copyOf(bylines, count);
    }
}
