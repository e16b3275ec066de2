package org.ardina.popularity;

import java.time.Instant;
import java.util.Map;
import org.ardina.article.ArticleId;

/**
 * Reads that one replica has counted and that are to be added to the store once.
 *
 * @param id unlike any other, by which the store knows what it has added
 * @param at a time in the span in which they were counted
 */
record ReadCounts(long id, Instant at, Map<ArticleId, Long> reads) {

    ReadCounts {
        reads = Map.copyOf(reads);
    }
}
