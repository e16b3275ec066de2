package org.ardina.popularity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.ardina.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * Counts the reads of one replica until the store has them. Counting is a look into two maps; the store is spoken to by
 * whoever calls {@link #flush}. What the store may or may not have taken is given to it again under the same name before
 * anything else, so that no read is lost and none counts twice.
 */
final class ReadCounter {

    /** What is gathered was counted this long ago on the average. */
    private static final Duration AGE = Duration.ofSeconds(5);

    /** While the store is away counts wait, by span of five minutes: a day of them. */
    private static final int MOST_WAITING = 288;

    private final ConcurrentMap<ArticleId, Long> counting = new ConcurrentHashMap<>();
    private final TreeMap<Instant, Map<ArticleId, Long>> waiting = new TreeMap<>();
    private final RecentReaders readers;
    private final LongSupplier ids;
    private @Nullable ReadCounts inDoubt;

    /** @param ids numbers unlike any other */
    ReadCounter(RecentReaders readers, LongSupplier ids) {
        this.readers = readers;
        this.ids = ids;
    }

    /** Counts a read, unless the same reader has read the article a short time ago. */
    void count(ArticleId article, String address, String agent) {
        if (readers.isNew(article, address, agent)) {
            counting.merge(article, 1L, Long::sum);
        }
    }

    /** Adds what was counted to the store: to be called every ten seconds, whole tens of them best. */
    synchronized void flush(Instant now, ReadStore store) {
        gather(now);
        while (inDoubt != null || !waiting.isEmpty()) {
            ReadCounts counts = inDoubt == null ? next() : inDoubt;
            inDoubt = counts;
            store.add(counts);
            inDoubt = null;
        }
    }

    private void gather(Instant now) {
        if (counting.isEmpty()) {
            return;
        }
        Instant span = Span.FIVE_MINUTES.begin(now.minus(AGE));
        Instant place = waiting.size() < MOST_WAITING || waiting.containsKey(span) ? span : waiting.lastKey();
        Map<ArticleId, Long> counts = waiting.computeIfAbsent(place, key -> new HashMap<>());
        for (ArticleId article : counting.keySet()) {
            Long reads = counting.remove(article);
            if (reads != null) {
                counts.merge(article, reads, Long::sum);
            }
        }
    }

    private ReadCounts next() {
        Instant first = waiting.firstKey();
        return new ReadCounts(ids.getAsLong(), first, Objects.requireNonNull(waiting.remove(first)));
    }
}
