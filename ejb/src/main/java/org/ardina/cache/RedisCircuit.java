package org.ardina.cache;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreUnavailableException;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** A circuit breaker before Redis: after a failure nobody waits for it again for a moment. */
final class RedisCircuit {

    private static final Logger LOG = Logger.getLogger(RedisCircuit.class.getName());
    private static final long OPEN_MILLIS = 1000;

    private final Supplier<UnifiedJedis> client;
    private final BooleanSupplier available;
    private final InstantSource clock;

    private volatile long openUntil;

    RedisCircuit(Supplier<UnifiedJedis> client, BooleanSupplier available, InstantSource clock) {
        this.client = client;
        this.available = available;
        this.clock = clock;
    }

    /** What Redis answers, or something else where it does not. */
    <T> T call(Function<UnifiedJedis, T> operation, T otherwise) {
        if (clock.millis() < openUntil || !available.getAsBoolean()) {
            return otherwise;
        }
        try {
            return operation.apply(client.get());
        } catch (JedisException | StoreUnavailableException away) {
            openUntil = clock.millis() + OPEN_MILLIS;
            LOG.log(Level.FINE, "Pages go on without Redis", away);
            return otherwise;
        }
    }
}
