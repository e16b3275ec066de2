package org.ardina.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.ardina.store.RedisStore;
import org.ardina.store.StoreWatch;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/**
 * Numbers that many replicas count together, for a while. Each also counts by itself what it is asked to: that is what
 * there is while Redis is away. What is counted to large numbers is added to those of others some at a time, so that not
 * everything that is counted waits for Redis.
 */
@ApplicationScoped
public class Counters {

    private static final String PREFIX = "ardina:count:";
    private static final int MOST = 100_000;
    private static final long AWAY = -1;

    private final Cache<String, Count> own = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Count>creating((key, count) -> count.lifetime()))
            .build();

    @Inject
    private RedisStore redis;

    @Inject
    private StoreWatch watch;

    private RedisCircuit circuit;

    /**
     * What this replica knows of a number.
     *
     * @param number what it has counted
     * @param total what all had when it last added to it
     */
    private record Count(long number, long total, Duration lifetime) {

        Count plusOne() {
            return new Count(number + 1, total, lifetime);
        }

        /** What all have counted, as far as is known. */
        long known(int step) {
            return Math.max(number, total + number % step);
        }
    }

    @PostConstruct
    void prepare() {
        circuit = new RedisCircuit(redis::client, () -> watch.redis().available(), InstantSource.system());
    }

    /**
     * Counts one more and returns how many that makes; of what other replicas have counted, up to {@code step} of each may be
     * missing.
     */
    public long increment(String key, Duration lifetime, int step) {
        Count here = own.asMap().merge(key, new Count(1, 0, lifetime), (known, one) -> known.plusOne());
        if (here.number() % step == 0) {
            long total = circuit.call(client -> add(client, PREFIX + key, step, lifetime), AWAY);
            here = own.asMap().merge(key, here, (known, one) -> new Count(known.number(), total, lifetime));
        }
        return here.known(step);
    }

    /** How many were counted, as far as this replica knows. */
    public long get(String key, int step) {
        @Nullable Count here = own.getIfPresent(key);
        long counted = here == null ? 0 : here.number();
        return Math.max(counted, circuit.call(client -> number(client.get(PREFIX + key)), AWAY) + counted % step);
    }

    private static long add(UnifiedJedis client, String key, int number, Duration lifetime) {
        long count = client.incrBy(key, number);
        if (count == number) {
            client.expire(key, lifetime.toSeconds() + 1);
        }
        return count;
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
