package org.ardina.embedded;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/**
 * All maps as they were after some commit. It stays readable, and its space in the file is not reused, as long as
 * somebody holds it.
 */
final class Snapshot implements AutoCloseable {

    private static final ThreadLocal<@Nullable Snapshot> READING = new ThreadLocal<>();

    private final MVStore store;
    private final Map<OrderedMap, RootReference<byte[], byte[]>> roots;
    private final MVStore.TxCounter usage;
    private final AtomicInteger holders = new AtomicInteger(1);

    Snapshot(MVStore store, Map<OrderedMap, RootReference<byte[], byte[]>> roots) {
        this.store = store;
        this.roots = roots;
        this.usage = store.registerVersionUsage();
    }

    /** Takes hold of this snapshot, unless everybody has let it go. */
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Runs a command of this thread on this snapshot. */
    <T> T read(Supplier<T> command) {
        READING.set(this);
        try {
            return command.get();
        } finally {
            READING.remove();
        }
    }

    /** What this thread reads; null: the present state, with its own changes. */
    static @Nullable Snapshot ofThisThread() {
        return READING.get();
    }

    Map<OrderedMap, RootReference<byte[], byte[]>> roots() {
        return roots;
    }

    /** The root of a map, or null if the map did not exist yet. */
    @Nullable RootReference<byte[], byte[]> root(OrderedMap map) {
        return roots.get(map);
    }

    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            store.deregisterVersionUsage(usage);
        }
    }
}
