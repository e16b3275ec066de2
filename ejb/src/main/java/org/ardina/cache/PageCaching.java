package org.ardina.cache;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.ardina.store.RedisStore;
import org.ardina.store.StoreWatch;

/** Puts the page cache of this replica together. */
@ApplicationScoped
class PageCaching {

    @Inject
    private PageConfiguration configuration;

    @Inject
    private RedisStore redis;

    @Inject
    private StoreWatch watch;

    @Inject
    private ManagedExecutorService executor;

    /** Not of a normal scope: a proxy on the way to every page would cost more than finding the page. */
    @Produces
    @Singleton
    PageCache pageCache() {
        Clock clock = Clock.systemUTC();
        RedisCircuit circuit =
                new RedisCircuit(redis::client, () -> watch.redis().available(), clock);
        return new PageCache(
                configuration,
                new RedisPages(circuit, clock),
                executor,
                () -> watch.mongo().available(),
                clock,
                () -> 1 - ThreadLocalRandom.current().nextDouble());
    }
}
