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
 * there is while Redis is away.
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

    private record Count(long number, Duration lifetime) {}

    @PostConstruct
    void prepare() {
        circuit = new RedisCircuit(redis::client, () -> watch.redis().available(), InstantSource.system());
    }

    /** Counts one more and returns how many that makes. */
    public long increment(String key, Duration lifetime) {
        long here = own.asMap()
                .merge(key, new Count(1, lifetime), (known, one) -> new Count(known.number() + 1, lifetime))
                .number();
        return Math.max(here, circuit.call(client -> increment(client, PREFIX + key, lifetime), AWAY));
    }

    /** How many were counted. */
    public long get(String key) {
        @Nullable Count here = own.getIfPresent(key);
        return Math.max(
                here == null ? 0 : here.number(), circuit.call(client -> number(client.get(PREFIX + key)), AWAY));
    }

    private static long increment(UnifiedJedis client, String key, Duration lifetime) {
        long count = client.incr(key);
        if (count == 1) {
            client.expire(key, lifetime.toSeconds() + 1);
        }
        return count;
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }
}
