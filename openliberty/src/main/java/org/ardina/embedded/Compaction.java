package org.ardina.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.RandomAccessStore;

/** Keeps the file small: rewrites what is still needed of its emptiest parts, a little at a time between commands. */
final class Compaction implements AutoCloseable {

    /**
     * How long the space of outdated parts is not reused. It is longer than the time between two calls of {@link
     * org.h2.mvstore.MVStore#sync()}, so that even after a power failure the file has a state from before.
     */
    static final int RETENTION_MILLIS = 1_000;

    private static final int PERIOD_MILLIS = 500;
    /** After so many periods without a change nothing is left to do, as all parts are older than the retention. */
    private static final int QUIET_PERIODS = 4;

    private static final int FILL_PERCENT = 60;
    private static final int STEP_BYTES = 2 * 1024 * 1024;
    private static final int STEPS = 10;

    private final DurableStore store;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mongodb-compaction");
        thread.setDaemon(true);
        return thread;
    });
    private long lastCommit;
    private int quietPeriods;

    Compaction(DurableStore store) {
        this.store = store;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::run, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        quietPeriods = store.commits() == lastCommit ? quietPeriods + 1 : 0;
        if (quietPeriods > QUIET_PERIODS) {
            return;
        }
        store.file().sync();
        for (int step = 0; step < STEPS && store.maintain(this::rewrite); step++) {
            quietPeriods = 0;
        }
        if (quietPeriods == QUIET_PERIODS) {
            store.maintain(this::shrink);
        }
        lastCommit = store.commits();
    }

    private boolean rewrite() {
        return store.file().compact(FILL_PERCENT, STEP_BYTES);
    }

    /** Moves parts from the end of the file into the gaps, and cuts the end off. */
    private boolean shrink() {
        if (store.file().getFileStore() instanceof RandomAccessStore parts) {
            parts.compactMoveChunks(FILL_PERCENT, STEP_BYTES, store.file());
        }
        return true;
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
