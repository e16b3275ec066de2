package org.ardina.cache;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ardina.store.MongoConfiguration;
import org.ardina.store.RedisStore;
import org.ardina.store.StoreWatch;
import org.jspecify.annotations.Nullable;

/** Puts the page cache of this replica together. */
@ApplicationScoped
class PageCaching {

    /** As many as there are connections to Redis. */
    private static final int WORKERS = 64;

    /** Pages, not readers: those who ask for the same one share its place. */
    private static final int WAITING = 1000;

    @Inject
    private PageConfiguration configuration;

    @Inject
    private RedisStore redis;

    @Inject
    private StoreWatch watch;

    @Inject
    private MongoConfiguration mongo;

    @Inject
    private ManagedThreadFactory threads;

    private @Nullable ThreadPoolExecutor workers;

    /** Not of a normal scope: a proxy on the way to every page would cost more than finding the page. */
    @Produces
    @Singleton
    PageCache pageCache() {
        Clock clock = Clock.systemUTC();
        RedisCircuit circuit =
                new RedisCircuit(redis::client, () -> watch.redis().available(), clock);
        // Threads of their own: requests for pages that are kept never wait for one that a store holds up.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                WORKERS, WORKERS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads);
        pool.allowCoreThreadTimeOut(true);
        workers = pool;
        return new PageCache(
                configuration,
                new RedisPages(circuit, clock),
                pool,
                mongo.timeout().plus(configuration.renderWait()),
                () -> watch.mongo().available(),
                clock,
                () -> 1 - ThreadLocalRandom.current().nextDouble());
    }

    @PreDestroy
    void stop() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
