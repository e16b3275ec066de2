package org.ardina.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.BusyException;
import org.jspecify.annotations.Nullable;

/**
 * The public pages, each rendered once per change and not once per reader: kept in this process, then in Redis, then
 * rendered, by one thread for all that ask. A page that was purged is never handed out to a request that came later.
 */
public final class PageCache {

    private static final Logger LOG = Logger.getLogger(PageCache.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final NearPages nearPages;
    private final Tombstones tombstones = new Tombstones();
    private final ConcurrentMap<PageKey, CompletableFuture<PageAnswer>> flights = new ConcurrentHashMap<>();
    private final PageStatistics statistics = new PageStatistics();
    private final SharedPages shared;
    private final PageSource source;
    private final Executor background;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final long staleWhileRevalidate;

    /** @param random from 0, exclusive, to 1 */
    PageCache(
            PageConfiguration configuration,
            SharedPages shared,
            Executor background,
            BooleanSupplier storeAvailable,
            InstantSource clock,
            DoubleSupplier random) {
        this.nearPages = new NearPages(configuration.nearBytes());
        this.shared = shared;
        PageMaker maker = new PageMaker(configuration, random);
        Rendering rendering = new Rendering(configuration, maker, statistics, storeAvailable, clock);
        this.source = new PageSource(shared, rendering, clock);
        this.background = background;
        this.clock = clock;
        this.random = random;
        this.staleWhileRevalidate = configuration.staleWhileRevalidate().toMillis();
    }

    /**
     * The page, kept or rendered.
     *
     * @throws BusyException if too many pages are being rendered and this one is not kept
     */
    public PageAnswer get(PageKey key, PageRenderer renderer) {
        NearPage near = nearPages.find(key);
        PageAnswer answer;
        if (near == null) {
            answer = fetch(key, null, renderer);
        } else {
            long now = clock.millis();
            answer = now < near.checkAt() ? near.hit() : examine(key, near, now, renderer);
        }
        statistics.count(answer.outcome());
        return answer;
    }

    /** Drops every page with one of the tags. What is being rendered meanwhile is not kept. */
    public void purge(Collection<String> tags) {
        int[] marks = PageTags.marks(tags);
        // Redis first: what is taken from there while this goes on is dropped again with what is near.
        shared.purge(marks);
        tombstones.purge(marks);
        nearPages.purge(marks);
        statistics.countPurge();
    }

    /** Drops every page, when it is not known what has changed. */
    public void purgeAll() {
        shared.purgeAll();
        tombstones.purgeAll();
        nearPages.purgeAll();
        statistics.countPurge();
    }

    public PageStatistics statistics() {
        return statistics;
    }

    /** About how many bytes the pages in this process take. */
    public long nearBytes() {
        return nearPages.bytes();
    }

    /** About how many pages are in this process. */
    public long nearSize() {
        return nearPages.size();
    }

    /** Tells Redis what is read most here, for {@link #warm}. */
    void saveMostRead(int limit) {
        List<PageKey> hottest = nearPages.hottest(limit);
        if (!hottest.isEmpty()) {
            shared.saveMostRead(hottest);
        }
    }

    /** Fetches from Redis what was read most before this process started, and returns how many pages it found. */
    int warm() {
        int found = 0;
        for (PageKey key : shared.mostRead()) {
            long begun = tombstones.sequence();
            CachedPage page = shared.find(key).page();
            if (page != null && page.lifetime().isFresh(clock.millis())) {
                keep(key, new PageAnswer(page, PageAnswer.Outcome.SHARED), begun);
                found++;
            }
        }
        return found;
    }

    private PageAnswer examine(PageKey key, NearPage near, long now, PageRenderer renderer) {
        Lifetime lifetime = near.page().lifetime();
        if (lifetime.isFresh(now)) {
            if (near.needsVerification(now)) {
                inBackground(near, () -> verify(key, near));
            } else if (lifetime.isRenewedEarly(now, random.getAsDouble())) {
                renew(key, near, now, renderer);
            }
            return near.hit();
        }
        if (lifetime.isShowable(now)) {
            if (now < lifetime.freshUntil() + staleWhileRevalidate) {
                renew(key, near, now, renderer);
                return new PageAnswer(near.page(), PageAnswer.Outcome.STALE_WHILE_REVALIDATE);
            }
            if (near.isQuiet(now)) {
                return new PageAnswer(near.page(), PageAnswer.Outcome.STALE_IF_ERROR);
            }
        }
        return fetch(key, near, renderer);
    }

    private void renew(PageKey key, NearPage near, long now, PageRenderer renderer) {
        if (!near.isQuiet(now)) {
            inBackground(near, () -> fetch(key, near, renderer));
        }
    }

    private void verify(PageKey key, NearPage near) {
        if (shared.isCurrent(near.page())) {
            near.verified(clock.millis());
        } else {
            nearPages.remove(key, near);
        }
    }

    private void inBackground(NearPage near, Runnable work) {
        if (near.tryBusy()) {
            background.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    // Those who asked have an answer already; the page is tried again when it is asked for again.
                    LOG.log(Level.FINE, "A page could not be renewed", failure);
                } finally {
                    near.done();
                }
            });
        }
    }

    /** Fetches the page, or waits for whoever is fetching it. */
    private PageAnswer fetch(PageKey key, @Nullable NearPage old, PageRenderer renderer) {
        CompletableFuture<PageAnswer> mine = new CompletableFuture<>();
        CompletableFuture<PageAnswer> other = flights.putIfAbsent(key, mine);
        try {
            return other == null ? lead(key, old, renderer, mine) : await(other);
        } catch (RuntimeException failure) {
            return staleInstead(key, old, failure);
        }
    }

    /** Fetches the page for all who ask for it now. */
    private PageAnswer lead(
            PageKey key, @Nullable NearPage old, PageRenderer renderer, CompletableFuture<PageAnswer> flight) {
        try {
            NearPage meanwhile = nearPages.find(key);
            PageAnswer answer = meanwhile != null
                            && meanwhile != old
                            && meanwhile.page().lifetime().isFresh(clock.millis())
                    ? meanwhile.hit()
                    : fetchAndKeep(key, old == null ? null : old.page(), renderer, flight);
            flight.complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            flight.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, flight);
        }
    }

    private PageAnswer fetchAndKeep(
            PageKey key, @Nullable CachedPage old, PageRenderer renderer, CompletableFuture<PageAnswer> flight) {
        long begun = tombstones.sequence();
        PageAnswer answer = source.fetch(key, renderer, old);
        keep(key, answer, begun);
        flights.remove(key, flight);
        if (!tombstones.isPurgedSince(begun, answer.page().marks())) {
            return answer;
        }
        // What was purged while it was being rendered is too old for those who came after the purge. No more of them
        // can join now, so a second page is new enough for all who have.
        long begunAgain = tombstones.sequence();
        PageAnswer second = source.fetch(key, renderer, null);
        keep(key, second, begunAgain);
        return second;
    }

    private void keep(PageKey key, PageAnswer answer, long begun) {
        if (answer.outcome() != PageAnswer.Outcome.UNCACHEABLE) {
            NearPage near = new NearPage(answer.page(), answer.outcome(), begun, clock.millis());
            tombstones.unlessPurgedSince(begun, answer.page().marks(), () -> nearPages.put(key, near));
        }
    }

    private static PageAnswer await(CompletableFuture<PageAnswer> other) {
        try {
            PageAnswer answer = other.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            return answer.outcome() == PageAnswer.Outcome.RENDERED
                    ? new PageAnswer(answer.page(), PageAnswer.Outcome.COLLAPSED)
                    : answer;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The page could not be rendered", failed);
        } catch (TimeoutException slow) {
            throw new BusyException("The page takes too long to render. Try again in a moment.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new BusyException("The server is stopping.");
        }
    }

    private PageAnswer staleInstead(PageKey key, @Nullable NearPage old, RuntimeException failure) {
        long now = clock.millis();
        if (old == null
                || !old.page().lifetime().isShowable(now)
                || tombstones.isPurgedSince(old.begun(), old.page().marks())) {
            throw failure;
        }
        old.stayQuiet(now);
        LOG.log(Level.FINE, failure, () -> "The page " + key.address() + " is shown stale");
        return new PageAnswer(old.page(), PageAnswer.Outcome.STALE_IF_ERROR);
    }
}
