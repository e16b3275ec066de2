package org.ardina.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ardina.store.StoreUnavailableException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;

/**
 * Maps in one file. Writing commands run one at a time and are in the file when {@link #write} returns; those that come
 * while others are written are run together by one of the threads that wait, with one commit. Reading commands run beside
 * them on the {@link Snapshot} of the last commit.
 */
final class DurableStore implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 16;

    /**
     * How long a commit waits for more when the one before was for several. It costs as much as many commands, as it
     * writes the way to every page that was changed; who writes alone never waits.
     */
    private static final long GATHERING_NANOS = 2_000_000;

    private final MVStore file;
    private final Map<String, OrderedMap> maps = new ConcurrentHashMap<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<WaitingWrite<?>> waiting = new ConcurrentLinkedQueue<>();
    private volatile Snapshot latest;
    /** Whether the last commit was for several commands. Guarded by {@link #writing}. */
    private boolean crowded;

    private DurableStore(MVStore file) {
        this.file = file;
        this.latest = new Snapshot(file, Map.of());
    }

    /** @throws StoreUnavailableException if another process has the file open, or it cannot be read */
    static DurableStore open(Path path) {
        try {
            // Without a size of 0 for its buffer the file commits by itself, in the middle of a command.
            MVStore file = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            file.setVersionsToKeep(0);
            file.setRetentionTime(Compaction.RETENTION_MILLIS);
            return new DurableStore(file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw DirectoryLock.inUse(path);
            }
            throw new StoreUnavailableException(
                    "The file " + path + " cannot be read. Restore it from a backup, or move it away to start afresh.",
                    e);
        }
    }

    /** The map of that name, made when absent. */
    OrderedMap map(String name) {
        return maps.computeIfAbsent(name, key -> {
            OrderedMap map = new OrderedMap(this, key);
            return map;
        });
    }

    void removeMap(String name) {
        OrderedMap map = map(name);
        maps.remove(name);
        file.removeMap(map.map());
    }

    /** Gives a map another name; the map stays open. */
    void renameMap(String name, String newName) {
        OrderedMap map = map(name);
        maps.remove(name);
        maps.put(newName, map);
        file.renameMap(map.map(), newName);
    }

    <T> T read(Supplier<T> command) {
        try (Snapshot snapshot = holdLatest()) {
            return snapshot.read(command);
        }
    }

    private Snapshot holdLatest() {
        while (true) {
            Snapshot snapshot = latest;
            if (snapshot.hold()) {
                return snapshot;
            }
        }
    }

    <T> T write(Supplier<T> command) {
        WaitingWrite<T> write = new WaitingWrite<>(command);
        waiting.add(write);
        boolean interrupted = false;
        while (!write.isDone()) {
            // What waits is written, whoever is interrupted; and who is would not wait.
            interrupted |= Thread.interrupted();
            if (writing.tryLock()) {
                try {
                    // Whoever had the lock before may have written it.
                    if (!write.isDone()) {
                        gather();
                        writeWaiting();
                    }
                } finally {
                    unlock();
                }
            } else {
                write.await();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return write.result();
    }

    private void gather() {
        if (crowded) {
            LockSupport.parkNanos(this, GATHERING_NANOS);
        }
    }

    /** Runs all commands that wait, and commits them together. */
    private void writeWaiting() {
        List<WaitingWrite<?>> batch = new ArrayList<>();
        for (WaitingWrite<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            next.run();
        }
        crowded = batch.size() > 1;
        try {
            file.commit();
            publish();
        } catch (RuntimeException | Error failed) {
            batch.forEach(write -> write.fail(failed));
        } finally {
            batch.forEach(WaitingWrite::done);
        }
    }

    /** Lets go, and wakes one of those who have come meanwhile: it writes for all of them. */
    private void unlock() {
        writing.unlock();
        WaitingWrite<?> next = waiting.peek();
        if (next != null) {
            next.wake();
        }
    }

    private void publish() {
        Snapshot previous = latest;
        // Of all maps: compaction moves the pages of those, too, that no command has changed.
        Map<OrderedMap, RootReference<byte[], byte[]>> roots = new HashMap<>();
        maps.values().forEach(map -> roots.put(map, map.map().getRoot()));
        latest = new Snapshot(file, roots);
        previous.close();
    }

    /** Does some work on the file between two commands; returns whether there was any. */
    boolean maintain(BooleanSupplier work) {
        writing.lock();
        try {
            if (!work.getAsBoolean()) {
                return false;
            }
            file.commit();
            publish();
            return true;
        } finally {
            unlock();
        }
    }

    long commits() {
        return file.getCurrentVersion();
    }

    MVStore file() {
        return file;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            latest.close();
            file.close();
        } finally {
            unlock();
        }
    }
}
