package org.ardina.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds up the increments of a number while a write of it is on its way, so that a number on which hundreds count at once
 * is written as often as the store can, and not once for each of them. A number that nobody else counts on is written at
 * once.
 *
 * @param <K> what names a number
 * @param <R> what a write returns
 */
final class CoalescedIncrements<K, R> {

    private static final int LOCKS = 64;

    private final Write<K, R> write;
    private final ConcurrentMap<K, Sum<R>> collecting = new ConcurrentHashMap<>();
    private final List<ReentrantLock> writing = new ArrayList<>(LOCKS);

    CoalescedIncrements(Write<K, R> write) {
        this.write = write;
        for (int i = 0; i < LOCKS; i++) {
            writing.add(new ReentrantLock());
        }
    }

    /** Adds a number to the stored one. */
    interface Write<K, R> {
        R add(K key, long increment);
    }

    private static final class Sum<R> {
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private long increment;
    }

    /**
     * Counts, and returns what the write has returned that holds this increment, and perhaps others.
     *
     * @throws RuntimeException what that write has thrown; nobody's increment in it is counted then
     */
    R add(K key, long increment) {
        Sum<R> first = new Sum<>();
        Sum<R> joined = collecting.compute(key, (same, open) -> {
            Sum<R> sum = open == null ? first : open;
            sum.increment += increment;
            return sum;
        });
        return first == joined ? write(key, first) : await(joined);
    }

    /** What the first of a sum does for all who join it while the sum before is written. */
    private R write(K key, Sum<R> sum) {
        ReentrantLock turn = writing.get(Math.floorMod(key.hashCode(), LOCKS));
        turn.lock();
        try {
            collecting.remove(key);
            R result = write.add(key, sum.increment);
            sum.result.complete(result);
            return result;
        } catch (RuntimeException failed) {
            sum.result.completeExceptionally(failed);
            throw failed;
        } finally {
            turn.unlock();
            // Does nothing unless an Error came: nobody is to wait for ever.
            sum.result.cancel(false);
        }
    }

    private R await(Sum<R> sum) {
        try {
            return sum.result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
