package org.ardina.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ardina.problem.BusyException;
import org.ardina.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * The public pages, each rendered once per change and not once per reader: kept in this process, then in Redis, then
 * rendered, by one thread for all that ask. A page that was purged is never handed out to a request that came later.
 */
public final class PageCache {

    private static final Logger LOG = Logger.getLogger(PageCache.class.getName());
    /** How long a reader waits for a newer page where an older one may be shown. */
    private static final Duration WAIT_WITH_STALE_PAGE = Duration.ofSeconds(1);

    private final NearPages nearPages;
    private final Tombstones tombstones = new Tombstones();
    private final ConcurrentMap<PageKey, CompletableFuture<PageAnswer>> flights = new ConcurrentHashMap<>();
    private final PageStatistics statistics = new PageStatistics();
    private final SharedPages shared;
    private final PageSource source;
    private final Executor workers;
    private final Duration longestWait;
    private final InstantSource clock;
    private final DoubleSupplier random;
    private final long staleWhileRevalidate;

    /**
     * @param workers fetch what is not in this process; they may refuse when they have too much to do
     * @param longestWait for a page
     * @param random from 0, exclusive, to 1
     */
    PageCache(
            PageConfiguration configuration,
            SharedPages shared,
            Executor workers,
            Duration longestWait,
            BooleanSupplier storeAvailable,
            InstantSource clock,
            DoubleSupplier random) {
        this.nearPages = new NearPages(configuration.nearBytes());
        this.shared = shared;
        PageMaker maker = new PageMaker(configuration, random);
        Rendering rendering = new Rendering(configuration, maker, statistics, storeAvailable, clock);
        this.source = new PageSource(shared, rendering, clock);
        this.workers = workers;
        this.longestWait = longestWait;
        this.clock = clock;
        this.random = random;
        this.staleWhileRevalidate = configuration.staleWhileRevalidate().toMillis();
    }

    /** The page if it is in this process and may be shown; null if it is to be fetched. */
    public @Nullable PageAnswer near(PageKey key, PageRenderer renderer) {
        NearPage near = nearPages.find(key);
        if (near == null) {
            return null;
        }
        if (near.page().isWorthBrotli()) {
            inBackground(near, () -> compressBetter(key, near));
        }
        long now = clock.millis();
        PageAnswer answer = now < near.checkAt() ? near.hit() : examine(key, near, now, renderer);
        if (answer != null) {
            statistics.count(answer.outcome());
        }
        return answer;
    }

    /**
     * The page, from Redis or rendered, once for all who ask meanwhile. Nobody's thread waits for it. It fails with a
     * {@link BusyException} if there is too much to render, and with what the renderer fails with.
     */
    public CompletableFuture<PageAnswer> fetch(PageKey key, PageRenderer renderer) {
        NearPage old = nearPages.find(key);
        if (old != null && old.page().lifetime().isFresh(clock.millis())) {
            // Somebody has fetched it since this reader looked.
            PageAnswer hit = old.hit();
            statistics.count(hit.outcome());
            return CompletableFuture.completedFuture(hit);
        }
        boolean showable = old != null && old.page().lifetime().isShowable(clock.millis());
        Duration wait = showable ? WAIT_WITH_STALE_PAGE : longestWait;
        return flight(key, old, renderer)
                .copy()
                .orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> failure == null ? answer : staleInstead(key, old, cause(failure)))
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        statistics.count(answer.outcome());
                    }
                });
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

    /** Up to when every change was purged from the pages in Redis, by any replica; null if that is not known. */
    public @Nullable Instant purgedUntil() {
        return shared.purgedUntil();
    }

    /** Notes that every change up to a time was purged, for a replica that starts. */
    public void notePurgedUntil(Instant time) {
        shared.notePurgedUntil(time);
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

    /** Tells Redis what is read most here, ahead of what it was told before, for {@link #warm}. */
    void saveMostRead(int limit) {
        List<PageKey> hottest = nearPages.hottest(limit);
        if (!hottest.isEmpty()) {
            // A replica that has just started knows few pages; those that others told of are as good as none of its
            // own.
            shared.saveMostRead(Stream.concat(hottest.stream(), shared.mostRead().stream())
                    .distinct()
                    .limit(limit)
                    .toList());
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
        statistics.countWarmed(found);
        return found;
    }

    /** What to do with a page that needs a closer look; null if it is to be fetched first. */
    private @Nullable PageAnswer examine(PageKey key, NearPage near, long now, PageRenderer renderer) {
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
        return null;
    }

    /** Fetches the page anew while readers go on with the one that is there. */
    private void renew(PageKey key, NearPage near, long now, PageRenderer renderer) {
        if (!near.isQuiet(now) && near.tryBusy()) {
            var unused = flight(key, near, renderer).handle((answer, failure) -> {
                if (failure != null) {
                    failed(key, near, cause(failure));
                }
                near.done();
                return answer;
            });
        }
    }

    private void compressBetter(PageKey key, NearPage near) {
        NearPage same = near.withBrotli();
        // A purge that goes on meanwhile would look for the page that was there.
        tombstones.unlessPurgedSince(near.begun(), near.page().marks(), () -> nearPages.replace(key, near, same));
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
            try {
                workers.execute(() -> {
                    try {
                        work.run();
                    } finally {
                        near.done();
                    }
                });
            } catch (RejectedExecutionException full) {
                near.done();
            }
        }
    }

    /** The page that somebody is fetching already, or begins to fetch it for all who ask for it now. */
    private CompletableFuture<PageAnswer> flight(PageKey key, @Nullable NearPage old, PageRenderer renderer) {
        CompletableFuture<PageAnswer> mine = new CompletableFuture<>();
        CompletableFuture<PageAnswer> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            return other.thenApply(PageCache::collapsed);
        }
        try {
            workers.execute(() -> lead(key, old, renderer, mine));
        } catch (RejectedExecutionException full) {
            flights.remove(key, mine);
            statistics.countRefusal();
            mine.completeExceptionally(new BusyException("Too many pages are asked for. Try again in a moment."));
        }
        return mine;
    }

    private static PageAnswer collapsed(PageAnswer answer) {
        return answer.outcome() == PageAnswer.Outcome.RENDERED
                ? new PageAnswer(answer.page(), PageAnswer.Outcome.COLLAPSED)
                : answer;
    }

    private void lead(
            PageKey key, @Nullable NearPage old, PageRenderer renderer, CompletableFuture<PageAnswer> flight) {
        try {
            NearPage meanwhile = nearPages.find(key);
            PageAnswer answer = meanwhile != null
                            && meanwhile != old
                            && meanwhile.page().lifetime().isFresh(clock.millis())
                    ? meanwhile.hit()
                    : fetchAndKeep(key, old == null ? null : old.page(), renderer, flight);
            flights.remove(key, flight);
            flight.complete(answer);
        } catch (RuntimeException | Error failure) {
            flights.remove(key, flight);
            flight.completeExceptionally(failure);
            if (failure instanceof Error error) {
                throw error;
            }
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

    /** The old page where it may be shown, else the failure. */
    private PageAnswer staleInstead(PageKey key, @Nullable NearPage old, RuntimeException failure) {
        if (old == null
                || !old.page().lifetime().isShowable(clock.millis())
                || tombstones.isPurgedSince(old.begun(), old.page().marks())) {
            throw failure;
        }
        failed(key, old, failure);
        return new PageAnswer(old.page(), PageAnswer.Outcome.STALE_IF_ERROR);
    }

    private void failed(PageKey key, NearPage near, RuntimeException failure) {
        near.stayQuiet(clock.millis());
        tellOfStalePage(key, failure);
    }

    static void tellOfStalePage(PageKey key, RuntimeException failure) {
        // A reader sees nothing of a defect while there is an old page to show, so that whoever reads the log must.
        boolean passing = failure instanceof BusyException || StoreFailure.isCauseOf(failure);
        LOG.log(passing ? Level.FINE : Level.SEVERE, failure, () -> "The page " + key.address() + " is shown stale");
    }

    private static RuntimeException cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new BusyException("The page takes too long to render. Try again in a moment.");
        }
        return cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
    }
}
