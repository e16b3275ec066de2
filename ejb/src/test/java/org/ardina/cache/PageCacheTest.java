package org.ardina.cache;

import static org.ardina.cache.Newsroom.GRACE;
import static org.ardina.cache.Newsroom.LIFETIME;
import static org.ardina.cache.Newsroom.key;
import static org.ardina.cache.Newsroom.shown;
import static org.ardina.cache.Newsroom.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.ardina.cache.PageAnswer.Outcome;
import org.ardina.problem.BusyException;
import org.ardina.store.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PageCacheTest {

    private final Newsroom newsroom = new Newsroom();
    private final MemorySharedPages shared = new MemorySharedPages();
    private final PageCache cache = newsroom.cache(shared);

    @BeforeEach
    void publish() {
        newsroom.publish("a");
    }

    private PageAnswer read() {
        return newsroom.get(cache, key("a"));
    }

    @Test
    void rendersOnceAndThenServesFromMemory() {
        assertThat(read().outcome()).isEqualTo(Outcome.RENDERED);
        assertThat(read().outcome()).isEqualTo(Outcome.NEAR);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void compressesBetterWhatIsOftenAskedForInBrotli() throws IOException {
        read();
        long bytes = cache.nearBytes();
        for (int reader = 0; reader < 10; reader++) {
            assertThat(read().page().variant(Encoding.GZIP)).isNotNull();
        }
        assertThat(cache.nearBytes()).as("nobody has asked for Brotli").isEqualTo(bytes);
        assertThat(read().page().variant(Encoding.BROTLI)).isNull();
        for (int reader = 0; reader < 10; reader++) {
            read().page().variant(Encoding.BROTLI);
        }
        assertThat(newsroom.renders).hasValue(1);
        CachedPage often = read().page();
        Variant brotli = Objects.requireNonNull(often.variant(Encoding.BROTLI));
        assertThat(Decoder.decompress(brotli.bytes()).getDecompressedData())
                .isEqualTo(
                        Objects.requireNonNull(often.variant(Encoding.IDENTITY)).bytes());
        assertThat(brotli.entityTag())
                .isNotEqualTo(
                        Objects.requireNonNull(often.variant(Encoding.GZIP)).entityTag());
        assertThat(cache.nearBytes()).as("what it takes is known").isEqualTo(bytes + brotli.bytes().length);
        newsroom.publish("a");
        cache.purge(tags("a"));
        assertThat(shown(read())).isEqualTo(2);
        assertThat(read().page().variant(Encoding.BROTLI)).isNull();
    }

    @Test
    void whoeverLookedJustBeforeThePageCameGetsItToo() {
        PageKey key = key("a");
        assertThat(cache.near(key, newsroom)).isNull();
        read();
        assertThat(cache.fetch(key, newsroom).join().outcome()).isEqualTo(Outcome.NEAR);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void anotherReplicaTakesThePageFromTheSharedOnes() {
        read();
        PageAnswer elsewhere = newsroom.get(newsroom.cache(shared), key("a"));
        assertThat(elsewhere.outcome()).isEqualTo(Outcome.SHARED);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void withoutSharedPagesEachReplicaRenders() {
        shared.away = true;
        read();
        assertThat(newsroom.get(newsroom.cache(shared), key("a")).outcome()).isEqualTo(Outcome.RENDERED);
        assertThat(read().outcome()).isEqualTo(Outcome.NEAR);
    }

    @Nested
    class Purging {

        @Test
        void dropsThePage() {
            read();
            newsroom.publish("a");
            assertThat(shown(read())).isEqualTo(1);
            cache.purge(tags("a"));
            assertThat(shown(read())).isEqualTo(2);
        }

        @Test
        void leavesOtherPages() {
            newsroom.publish("b");
            read();
            cache.purge(List.of("article:b", "front"));
            assertThat(read().outcome()).isEqualTo(Outcome.NEAR);
        }

        @Test
        void dropsTheSharedPageToo() {
            read();
            newsroom.publish("a");
            newsroom.cache(shared).purge(tags("a"));
            PageCache started = newsroom.cache(shared);
            assertThat(shown(newsroom.get(started, key("a")))).isEqualTo(2);
        }

        @Test
        void whileRenderingMakesTheRenderCountForNothing() {
            newsroom.whileRendering = () -> {
                newsroom.whileRendering = () -> {};
                newsroom.publish("a");
                cache.purge(tags("a"));
            };
            assertThat(shown(read())).isEqualTo(2);
            assertThat(shown(read())).isEqualTo(2);
            assertThat(shown(newsroom.get(newsroom.cache(shared), key("a")))).isEqualTo(2);
            assertThat(newsroom.renders).hasValue(2);
        }

        @Test
        void thatNeverEndsStillAnswers() {
            newsroom.whileRendering = () -> {
                newsroom.publish("a");
                cache.purge(tags("a"));
            };
            assertThat(shown(read())).isEqualTo(2);
            newsroom.whileRendering = () -> {};
            assertThat(shown(read())).isEqualTo(3);
        }

        @Test
        void ofAllDropsEverything() {
            read();
            newsroom.publish("a");
            cache.purgeAll();
            assertThat(shown(read())).isEqualTo(2);
        }

        @Test
        void byAnotherReplicaReachesAPageThatWasTakenFromTheSharedOnesTooEarly() {
            PageCache other = newsroom.cache(shared);
            newsroom.get(other, key("a"));
            read();
            newsroom.publish("a");
            cache.purge(tags("a"));
            // The other one has not heard of the change, and its render shows less than this replica knows already.
            newsroom.whileRendering = () -> {};
            other.purge(tags("a"));
            assertThat(shown(read())).isEqualTo(2);
        }

        @Test
        void isNoticedLaterForWhatCameFromTheSharedPages() {
            newsroom.get(newsroom.cache(shared), key("a"));
            assertThat(read().outcome()).isEqualTo(Outcome.SHARED);
            newsroom.publish("a");
            shared.purge(PageTags.marks(tags("a")));
            newsroom.clock.advance(Duration.ofSeconds(3));
            read();
            assertThat(shown(read())).isEqualTo(2);
        }
    }

    @Nested
    class Ageing {

        @Test
        void renewsInTheBackgroundJustAfterTheLifetime() {
            Queue<Runnable> background = new ArrayDeque<>();
            PageCache lazy = lazy(background);
            newsroom.publish("a");
            newsroom.clock.advance(LIFETIME);
            for (int i = 0; i < 3; i++) {
                PageAnswer stale = newsroom.get(lazy, key("a"));
                assertThat(stale.outcome()).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
                assertThat(shown(stale)).isEqualTo(1);
            }
            assertThat(background).hasSize(1);
            background.remove().run();
            assertThat(shown(newsroom.get(lazy, key("a")))).isEqualTo(2);
        }

        @Test
        void showsAStalePageWhenANewOneTakesLong() {
            Queue<Runnable> background = new ArrayDeque<>();
            PageCache lazy = lazy(background);
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            assertThat(newsroom.get(lazy, key("a")).outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            assertThat(background).hasSize(1);
        }

        @Test
        void tellsTheLogOfADefectBehindAStalePage() {
            read();
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            List<LogRecord> told = new ArrayList<>();
            Logger log = Logger.getLogger(PageCache.class.getName());
            log.setFilter(record -> !told.add(record));
            try {
                newsroom.failuresToCome.set(2);
                assertThat(read().outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            } finally {
                log.setFilter(null);
            }
            assertThat(told).singleElement().extracting(LogRecord::getLevel).isEqualTo(Level.SEVERE);
        }

        /** A cache that has the page and leaves everything else for later. */
        private PageCache lazy(Queue<Runnable> background) {
            AtomicBoolean later = new AtomicBoolean();
            PageCache lazy = newsroom.cache(shared, work -> {
                if (later.get()) {
                    background.add(work);
                } else {
                    work.run();
                }
            });
            newsroom.get(lazy, key("a"));
            later.set(true);
            return lazy;
        }

        @Test
        void rendersAtOnceWhenThePageIsMuchOlder() {
            read();
            newsroom.publish("a");
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            PageAnswer answer = read();
            assertThat(answer.outcome()).isEqualTo(Outcome.RENDERED);
            assertThat(shown(answer)).isEqualTo(2);
        }

        @Test
        void goesOnWithStalePagesWhileTheStoreIsAwayButNotForEver() {
            read();
            newsroom.away = true;
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            assertThat(read().outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            int renders = newsroom.renders.get();
            assertThat(read().outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            assertThat(newsroom.renders).as("no try for each request").hasValue(renders);
            newsroom.clock.advance(GRACE);
            assertThatThrownBy(PageCacheTest.this::read).isInstanceOf(StoreUnavailableException.class);
        }

        @Test
        void takesAStalePageFromTheSharedOnesWhileTheStoreIsAway() {
            read();
            newsroom.away = true;
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            PageCache started = newsroom.cache(shared);
            assertThat(newsroom.get(started, key("a")).outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            assertThat(newsroom.get(started, key("a")).outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
        }

        @Test
        void recoversByItselfWhenTheStoreIsBack() {
            read();
            newsroom.away = true;
            newsroom.clock.advance(LIFETIME.plusMinutes(10));
            read();
            newsroom.away = false;
            newsroom.publish("a");
            newsroom.clock.advance(Duration.ofSeconds(2));
            assertThat(shown(read())).isEqualTo(2);
        }

        @Test
        void neverShowsAPurgedPageEvenIfTheStoreIsAway() {
            read();
            cache.purge(tags("a"));
            newsroom.away = true;
            assertThatThrownBy(PageCacheTest.this::read).isInstanceOf(StoreUnavailableException.class);
        }

        @Test
        void uncachedPagesFailWhileTheStoreIsAway() {
            newsroom.away = true;
            assertThatThrownBy(PageCacheTest.this::read).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Nested
    class TooMuchToDo {

        private boolean full;
        private final PageCache busy = newsroom.cache(shared, work -> {
            if (full) {
                throw new RejectedExecutionException("full, on purpose");
            }
            work.run();
        });

        @Test
        void refusesWhatIsNotKeptAndGoesOnWithWhatIs() {
            newsroom.publish("b");
            newsroom.get(busy, key("a"));
            full = true;
            assertThatThrownBy(() -> newsroom.get(busy, key("b"))).isInstanceOf(BusyException.class);
            assertThat(newsroom.get(busy, key("a")).outcome()).isEqualTo(Outcome.NEAR);
            assertThat(busy.statistics().refusals()).isEqualTo(1);
            full = false;
            assertThat(newsroom.get(busy, key("b")).outcome()).isEqualTo(Outcome.RENDERED);
        }

        @Test
        void renewsAPageLaterThatItCouldNotRenewThen() {
            newsroom.get(busy, key("a"));
            newsroom.publish("a");
            newsroom.clock.advance(LIFETIME);
            full = true;
            assertThat(newsroom.get(busy, key("a")).outcome()).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
            full = false;
            newsroom.clock.advance(Duration.ofSeconds(2));
            newsroom.get(busy, key("a"));
            assertThat(shown(newsroom.get(busy, key("a")))).isEqualTo(2);
        }

        @Test
        void verifiesAPageLaterThatItCouldNotVerifyThen() {
            read();
            newsroom.get(busy, key("a"));
            newsroom.publish("a");
            shared.purge(PageTags.marks(tags("a")));
            newsroom.clock.advance(Duration.ofSeconds(3));
            full = true;
            newsroom.get(busy, key("a"));
            full = false;
            newsroom.get(busy, key("a"));
            assertThat(shown(newsroom.get(busy, key("a")))).isEqualTo(2);
        }

        @Test
        void keepsNobodyWaitingWhoAsks() {
            PageCache idle = newsroom.cache(shared, work -> {});
            CompletableFuture<PageAnswer> first = idle.fetch(key("a"), newsroom);
            CompletableFuture<PageAnswer> second = idle.fetch(key("a"), newsroom);
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
        }
    }

    @Nested
    class NothingThere {

        @Test
        void isKnownForAShortTime() {
            assertThat(newsroom.get(cache, key("none")).page().status()).isEqualTo(404);
            assertThat(newsroom.get(cache, key("none")).outcome()).isEqualTo(Outcome.NEAR);
            newsroom.clock.advance(Duration.ofSeconds(11));
            assertThat(newsroom.get(cache, key("none")).outcome()).isEqualTo(Outcome.RENDERED);
        }

        @Test
        void endsWhenSomethingIs() {
            newsroom.get(cache, key("new"));
            newsroom.publish("new");
            cache.purge(List.of("article:new", "slug:new"));
            assertThat(shown(newsroom.get(cache, key("new")))).isEqualTo(1);
        }

        @Test
        void neitherFillsTheSharedPagesNorPushesOutOthers() {
            PageCache small = newsroom.cache(shared, PageConfiguration.NEAR_BYTES, "1048576");
            for (int i = 0; i < 10; i++) {
                newsroom.get(small, key("a"));
            }
            for (int i = 0; i < 100_000; i++) {
                newsroom.get(small, key("junk-" + i));
            }
            assertThat(newsroom.get(small, key("a")).outcome()).isEqualTo(Outcome.NEAR);
            assertThat(shared.size()).isEqualTo(1);
        }
    }

    @Test
    void pagesAskedForOncePushOutNoneThatAreAskedForOften() {
        PageCache small = newsroom.cache(shared, PageConfiguration.NEAR_BYTES, "1048576");
        for (int i = 0; i < 200; i++) {
            newsroom.publish("hot-" + i);
            newsroom.publish("cold-" + i);
        }
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 200; i++) {
                newsroom.get(small, key("hot-" + i));
            }
        }
        for (int i = 0; i < 50_000; i++) {
            PageKey part = new PageKey("/articles/cold-" + i % 200, "en", "region-" + i);
            newsroom.get(small, part);
            newsroom.get(small, key("hot-" + i % 200));
        }
        long hits = 0;
        for (int i = 0; i < 200; i++) {
            hits += newsroom.get(small, key("hot-" + i)).outcome() == Outcome.NEAR ? 1 : 0;
        }
        assertThat(hits).isGreaterThan(190);
        assertThat(small.nearBytes()).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void laterPartsOfListsPushOutNoOtherPages() {
        PageCache small = newsroom.cache(shared, PageConfiguration.NEAR_BYTES, "1048576");
        for (int i = 0; i < 100; i++) {
            newsroom.publish("once-" + i);
            newsroom.get(small, key("once-" + i));
        }
        for (int i = 0; i < 20_000; i++) {
            String part = "a?cursor=" + i + "-a";
            newsroom.publish(part);
            newsroom.get(small, key(part));
            newsroom.get(small, key(part));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(newsroom.get(small, key("once-" + i)).outcome()).isEqualTo(Outcome.NEAR);
        }
        assertThat(small.nearBytes()).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void laterPartsOfListsStayOutOfTheSharedPages() {
        newsroom.publish("a?cursor=1-a");
        newsroom.get(cache, key("a?cursor=1-a"));
        assertThat(shared.size()).isZero();
    }

    @Test
    void startsWithThePagesThatAreReadMost() {
        read();
        cache.saveMostRead(10);
        PageCache started = newsroom.cache(shared);
        assertThat(started.warm()).isEqualTo(1);
        assertThat(started.statistics().warmed()).isEqualTo(1);
        assertThat(newsroom.get(started, key("a")).outcome()).isEqualTo(Outcome.NEAR);
    }

    @Test
    void addsWhatIsReadMostToWhatOthersToldOf() {
        newsroom.publish("b");
        newsroom.publish("a?cursor=1-a");
        read();
        cache.saveMostRead(10);
        PageCache other = newsroom.cache(shared);
        newsroom.get(other, key("b"));
        newsroom.get(other, key("a?cursor=1-a"));
        other.saveMostRead(10);
        assertThat(shared.mostRead()).containsExactly(key("b"), key("a"));
        other.saveMostRead(1);
        assertThat(shared.mostRead()).containsExactly(key("b"));
    }

    @Test
    void keepsEveryEncodingUnderItsOwnTag() {
        CachedPage page = read().page().withBrotli();
        assertThat(List.of(Encoding.values()).stream().map(page::variant))
                .extracting(variant -> variant == null ? null : variant.entityTag())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
