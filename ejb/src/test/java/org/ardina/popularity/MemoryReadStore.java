package org.ardina.popularity;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/** Reads as the repository keeps them, in a store that fails now and then, with what it was given added or not. */
final class MemoryReadStore implements ReadStore {

    private final Map<Span, NavigableMap<Instant, Map<ArticleId, Document>>> documents = new EnumMap<>(Span.class);
    private final Function<ArticleId, Slug> topics;
    private final Random random;
    private final double failing;
    private int failures;

    private static final class Document {
        private long reads;
        private final Set<Long> additions = new HashSet<>();
    }

    /** @param failing the part of all calls that fail */
    MemoryReadStore(Function<ArticleId, Slug> topics, double failing, long seed) {
        this.topics = topics;
        this.failing = failing;
        this.random = new Random(seed);
    }

    @Override
    public void add(ReadCounts counts) {
        boolean fails = random.nextDouble() < failing;
        double added = fails ? random.nextInt(3) / 2.0 : 1;
        for (Span span : Span.values()) {
            NavigableMap<Instant, Map<ArticleId, Document>> spans = spans(span);
            spans.headMap(counts.at().minus(span.kept())).clear();
            Map<ArticleId, Document> inSpan = spans.computeIfAbsent(span.begin(counts.at()), key -> new HashMap<>());
            counts.reads().forEach((article, reads) -> {
                if (added == 1 || random.nextDouble() < added) {
                    Document document = inSpan.computeIfAbsent(article, key -> new Document());
                    if (document.additions.add(counts.id())) {
                        document.reads += reads;
                    }
                }
            });
        }
        if (fails) {
            failures++;
            throw new IllegalStateException("The answer was lost");
        }
    }

    int failures() {
        return failures;
    }

    List<RankedArticle> rank(Period period, Instant now, @Nullable Slug topic) {
        Map<ArticleId, Long> reads = new HashMap<>();
        spans(period.span())
                .tailMap(period.begin(now))
                .values()
                .forEach(inSpan -> inSpan.forEach((article, document) -> {
                    if (topic == null || topic.equals(topics.apply(article))) {
                        reads.merge(article, document.reads, Long::sum);
                    }
                }));
        return reads.entrySet().stream()
                .map(entry -> new RankedArticle(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(RankedArticle::reads).reversed())
                .toList();
    }

    private NavigableMap<Instant, Map<ArticleId, Document>> spans(Span span) {
        return documents.computeIfAbsent(span, key -> new TreeMap<>());
    }
}
