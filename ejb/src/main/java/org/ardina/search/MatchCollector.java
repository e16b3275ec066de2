package org.ardina.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.FilterScorable;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.TopDocsCollector;
import org.jspecify.annotations.Nullable;

/**
 * Takes the best of what is found, and counts all of it where that is asked for. Articles count for more that are new, so
 * that of what fits about as well the newer comes first.
 */
final class MatchCollector extends FilterCollector {

    /** What an article that has just appeared is ahead of one long ago; half of that remains after {@link #AGEING}. */
    private static final double AHEAD = 0.3;

    private static final double AGEING = Duration.ofDays(60).toMillis();

    private final @Nullable FacetCounts counts;
    private final long now;

    MatchCollector(TopDocsCollector<?> best, @Nullable FacetCounts counts, Instant now) {
        super(best);
        this.counts = counts;
        this.now = now.toEpochMilli();
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        SegmentValues values = SegmentValues.of(context.reader());
        if (counts != null) {
            counts.begin();
        }
        boolean scored = scoreMode().needsScores();
        return new FilterLeafCollector(super.getLeafCollector(context)) {

            private double freshness;

            @Override
            public void setScorer(Scorable scorer) throws IOException {
                super.setScorer(new FilterScorable(scorer) {
                    @Override
                    public float score() throws IOException {
                        return (float) (in.score() * freshness);
                    }
                });
            }

            @Override
            public void collect(int document) throws IOException {
                if (counts != null) {
                    counts.add(values, document);
                }
                if (scored) {
                    freshness = freshness(now - values.publishedAt(document));
                }
                super.collect(document);
            }
        };
    }

    /** @param age in milliseconds */
    static double freshness(long age) {
        return 1 + AHEAD * AGEING / (AGEING + Math.max(0, age));
    }
}
