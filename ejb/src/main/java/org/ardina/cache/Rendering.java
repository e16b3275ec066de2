package org.ardina.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.BusyException;
import org.ardina.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/** Renders pages, so many at once and no more (a bulkhead), so that a flood of new ones leaves the rest of the site be. */
final class Rendering {

    private static final Logger LOG = Logger.getLogger(Rendering.class.getName());

    /** A failure that came this fast is worth a second try: those who wait will not notice. */
    private static final long FAST_FAILURE_NANOS = Duration.ofMillis(500).toNanos();

    private final Semaphore permits;
    private final Duration wait;
    private final PageMaker maker;
    private final PageStatistics statistics;
    private final BooleanSupplier storeAvailable;
    private final InstantSource clock;

    Rendering(
            PageConfiguration configuration,
            PageMaker maker,
            PageStatistics statistics,
            BooleanSupplier storeAvailable,
            InstantSource clock) {
        this.permits = new Semaphore(configuration.rendersAtOnce(), true);
        this.wait = configuration.renderWait();
        this.maker = maker;
        this.statistics = statistics;
        this.storeAvailable = storeAvailable;
        this.clock = clock;
    }

    /**
     * Renders a page.
     *
     * @throws BusyException if no permit came free in time
     * @throws StoreUnavailableException at once while the store is known to be away
     */
    Rendered render(PageKey key, PageRenderer renderer, @Nullable Generation generation) {
        if (!storeAvailable.getAsBoolean()) {
            throw new StoreUnavailableException("Nothing can be rendered while MongoDB is away");
        }
        acquire();
        try {
            long start = System.nanoTime();
            try {
                return attempt(key, renderer, generation);
            } catch (RuntimeException failure) {
                if (System.nanoTime() - start > FAST_FAILURE_NANOS) {
                    throw failure;
                }
                LOG.log(Level.FINE, "A page is rendered a second time after a failure", failure);
                return attempt(key, renderer, generation);
            }
        } finally {
            permits.release();
        }
    }

    private Rendered attempt(PageKey key, PageRenderer renderer, @Nullable Generation generation) {
        long begun = clock.millis();
        long start = System.nanoTime();
        boolean done = false;
        try {
            PageContent content = renderer.render(key);
            int millis = (int) Math.max(1, clock.millis() - begun);
            CachedPage page = maker.make(content, generation, begun, millis);
            done = true;
            return new Rendered(page, content.isKept());
        } finally {
            statistics.countRender(System.nanoTime() - start);
            if (!done) {
                statistics.countFailure();
            }
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        statistics.countRefusal();
        throw new BusyException("Too many pages are being rendered. Try again in a moment.");
    }

    /** @param kept whether the page may be handed to others */
    record Rendered(CachedPage page, boolean kept) {}
}
