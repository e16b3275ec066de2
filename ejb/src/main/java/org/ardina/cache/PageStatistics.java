package org.ardina.cache;

import java.util.concurrent.atomic.LongAdder;

/** What became of the requests for pages since this process started. */
public final class PageStatistics {

    private final LongAdder hits = new LongAdder();
    private final LongAdder sharedHits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final LongAdder renders = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder renderNanos = new LongAdder();
    private final LongAdder purges = new LongAdder();
    private final LongAdder warmed = new LongAdder();

    void count(PageAnswer.Outcome outcome) {
        switch (outcome) {
            case NEAR -> hits.increment();
            case SHARED -> sharedHits.increment();
            case RENDERED, COLLAPSED, UNCACHEABLE -> misses.increment();
            case STALE_WHILE_REVALIDATE, STALE_IF_ERROR -> stale.increment();
        }
    }

    void countRender(long nanos) {
        renders.increment();
        renderNanos.add(nanos);
    }

    void countFailure() {
        failures.increment();
    }

    void countRefusal() {
        refusals.increment();
    }

    void countPurge() {
        purges.increment();
    }

    void countWarmed(int pages) {
        warmed.add(pages);
    }

    /** Answers from the memory of this process. */
    public long hits() {
        return hits.sum();
    }

    /** Answers from Redis. */
    public long sharedHits() {
        return sharedHits.sum();
    }

    /** Answers that had to be rendered or waited for that. */
    public long misses() {
        return misses.sum();
    }

    /** Answers whose lifetime was over. */
    public long stale() {
        return stale.sum();
    }

    /** Pages rendered, failed attempts included. */
    public long renders() {
        return renders.sum();
    }

    public long failures() {
        return failures.sum();
    }

    /** Pages not rendered because too many were being rendered. */
    public long refusals() {
        return refusals.sum();
    }

    public double renderSeconds() {
        return renderNanos.sum() / 1e9;
    }

    public long purges() {
        return purges.sum();
    }

    /** Pages fetched from Redis before anybody asked for them. */
    public long warmed() {
        return warmed.sum();
    }
}
