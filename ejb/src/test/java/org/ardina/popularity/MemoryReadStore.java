package org.ardina.popularity;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/** Reads as the repository keeps them, in a store that fails now and then, with what it was given added or not. */
final class MemoryReadStore implements ReadStore {

    private final Map<Place, Document> documents = new HashMap<>();
    private final Function<ArticleId, Slug> topics;
    private final Random random;
    private final double failing;
    private int failures;

    private record Place(Span span, Instant at, ArticleId article) {}

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
        counts.reads().forEach((article, reads) -> {
            for (Span span : Span.values()) {
                if (added == 1 || random.nextDouble() < added) {
                    Place place = new Place(span, span.begin(counts.at()), article);
                    Document document = documents.computeIfAbsent(place, key -> new Document());
                    if (document.additions.add(counts.id())) {
                        document.reads += reads;
                    }
                }
            }
        });
        if (fails) {
            failures++;
            throw new IllegalStateException("The answer was lost");
        }
    }

    int failures() {
        return failures;
    }

    List<RankedArticle> rank(Period period, Instant now, @Nullable Slug topic) {
        Instant begin = period.begin(now);
        return documents.entrySet().stream()
                .filter(entry -> entry.getKey().span() == period.span())
                .filter(entry -> !entry.getKey().at().isBefore(begin))
                .filter(entry -> topic == null
                        || topic.equals(topics.apply(entry.getKey().article())))
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().article(), Collectors.summingLong(entry -> entry.getValue().reads)))
                .entrySet()
                .stream()
                .map(entry -> new RankedArticle(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(RankedArticle::reads).reversed())
                .toList();
    }
}
