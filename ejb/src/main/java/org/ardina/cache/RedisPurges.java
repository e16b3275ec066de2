package org.ardina.cache;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * The order of purges in Redis: one hash with the number of the last purge, that of the last purge of each mark, and the
 * name of the epoch. When Redis has forgotten the hash, the next epoch begins and no page of the one before counts.
 */
final class RedisPurges {

    static final String KEY = "ardina:page:purges";
    static final String EPOCH = "epoch";
    static final String SEQUENCE = "sequence";

    private static final String UNTIL = "until";

    private final RedisCircuit circuit;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet pending = new BitSet(PageTags.MARKS);
    private boolean pendingAll;
    private volatile boolean behind;

    RedisPurges(RedisCircuit circuit) {
        this.circuit = circuit;
    }

    /** Purges the marks, at once or before Redis is next used. */
    void purge(int[] marks) {
        lock.lock();
        try {
            for (int mark : marks) {
                pending.set(mark);
            }
            behind = true;
            catchUp();
        } finally {
            lock.unlock();
        }
    }

    void purgeAll() {
        lock.lock();
        try {
            pendingAll = true;
            behind = true;
            catchUp();
        } finally {
            lock.unlock();
        }
    }

    /** Whether Redis knows of all purges; while it does not, its pages must not be used. */
    boolean isUpToDate() {
        if (!behind) {
            return true;
        }
        if (!lock.tryLock()) {
            return false;
        }
        try {
            catchUp();
            return !behind;
        } finally {
            lock.unlock();
        }
    }

    @Nullable Instant until() {
        return circuit.call(client -> Optional.ofNullable(client.hget(KEY, UNTIL)), Optional.<String>empty())
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElse(null);
    }

    void noteUntil(Instant time) {
        if (isUpToDate()) {
            circuit.call(client -> client.hset(KEY, UNTIL, Long.toString(time.toEpochMilli())), 0L);
        }
    }

    private void catchUp() {
        behind = !circuit.call(this::write, false);
        if (!behind) {
            pending.clear();
            pendingAll = false;
        }
    }

    private boolean write(UnifiedJedis client) {
        if (pendingAll) {
            client.hset(KEY, Map.of(EPOCH, UUID.randomUUID().toString()));
        }
        if (!pending.isEmpty()) {
            String number = Long.toString(client.hincrBy(KEY, SEQUENCE, 1));
            Map<String, String> purges = new HashMap<>();
            pending.stream().forEach(mark -> purges.put(Integer.toString(mark), number));
            client.hset(KEY, purges);
        }
        return true;
    }

    /** The point that an answer to {@code HMGET epoch sequence} tells. */
    static Generation generation(UnifiedJedis client, List<@Nullable String> answer) {
        String epoch = answer.get(0);
        String sequence = answer.get(1);
        if (epoch != null) {
            return new Generation(epoch, sequence == null ? 0 : Long.parseLong(sequence));
        }
        client.hsetnx(KEY, EPOCH, UUID.randomUUID().toString());
        return generation(client, client.hmget(KEY, EPOCH, SEQUENCE));
    }

    /** Whether none of the marks was purged after that point. */
    static boolean isCurrent(UnifiedJedis client, @Nullable Generation generation, int[] marks) {
        if (generation == null) {
            return false;
        }
        List<String> fields = new ArrayList<>(marks.length + 1);
        fields.add(EPOCH);
        for (int mark : marks) {
            fields.add(Integer.toString(mark));
        }
        List<@Nullable String> answer = client.hmget(KEY, fields.toArray(String[]::new));
        return generation.epoch().equals(answer.get(0))
                && answer.stream()
                        .skip(1)
                        .allMatch(number -> number == null || Long.parseLong(number) <= generation.sequence());
    }
}
