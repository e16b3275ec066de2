package org.ardina.cache;

import static org.ardina.cache.Newsroom.GRACE;
import static org.ardina.cache.Newsroom.LIFETIME;
import static org.ardina.cache.Newsroom.key;
import static org.ardina.cache.Newsroom.shown;
import static org.ardina.cache.Newsroom.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.ardina.cache.PageAnswer.Outcome;
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
        return cache.get(key("a"), newsroom);
    }

    @Test
    void rendersOnceAndThenServesFromMemory() {
        assertThat(read().outcome()).isEqualTo(Outcome.RENDERED);
        assertThat(read().outcome()).isEqualTo(Outcome.NEAR);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void anotherReplicaTakesThePageFromTheSharedOnes() {
        read();
        PageAnswer elsewhere = newsroom.cache(shared).get(key("a"), newsroom);
        assertThat(elsewhere.outcome()).isEqualTo(Outcome.SHARED);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void withoutSharedPagesEachReplicaRenders() {
        shared.away = true;
        read();
        assertThat(newsroom.cache(shared).get(key("a"), newsroom).outcome()).isEqualTo(Outcome.RENDERED);
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
            assertThat(shown(started.get(key("a"), newsroom))).isEqualTo(2);
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
            assertThat(shown(newsroom.cache(shared).get(key("a"), newsroom))).isEqualTo(2);
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
            other.get(key("a"), newsroom);
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
            newsroom.cache(shared).get(key("a"), newsroom);
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
            PageCache lazy = newsroom.cache(shared, background::add);
            lazy.get(key("a"), newsroom);
            newsroom.publish("a");
            newsroom.clock.advance(LIFETIME);
            for (int i = 0; i < 3; i++) {
                PageAnswer stale = lazy.get(key("a"), newsroom);
                assertThat(stale.outcome()).isEqualTo(Outcome.STALE_WHILE_REVALIDATE);
                assertThat(shown(stale)).isEqualTo(1);
            }
            assertThat(background).hasSize(1);
            background.remove().run();
            assertThat(shown(lazy.get(key("a"), newsroom))).isEqualTo(2);
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
            assertThat(started.get(key("a"), newsroom).outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
            assertThat(started.get(key("a"), newsroom).outcome()).isEqualTo(Outcome.STALE_IF_ERROR);
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
    class NothingThere {

        @Test
        void isKnownForAShortTime() {
            assertThat(cache.get(key("none"), newsroom).page().status()).isEqualTo(404);
            assertThat(cache.get(key("none"), newsroom).outcome()).isEqualTo(Outcome.NEAR);
            newsroom.clock.advance(Duration.ofSeconds(11));
            assertThat(cache.get(key("none"), newsroom).outcome()).isEqualTo(Outcome.RENDERED);
        }

        @Test
        void endsWhenSomethingIs() {
            cache.get(key("new"), newsroom);
            newsroom.publish("new");
            cache.purge(List.of("article:new", "slug:new"));
            assertThat(shown(cache.get(key("new"), newsroom))).isEqualTo(1);
        }

        @Test
        void neitherFillsTheSharedPagesNorPushesOutOthers() {
            PageCache small = newsroom.cache(shared, PageConfiguration.NEAR_BYTES, "1048576");
            for (int i = 0; i < 10; i++) {
                small.get(key("a"), newsroom);
            }
            for (int i = 0; i < 100_000; i++) {
                small.get(key("junk-" + i), newsroom);
            }
            assertThat(small.get(key("a"), newsroom).outcome()).isEqualTo(Outcome.NEAR);
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
                small.get(key("hot-" + i), newsroom);
            }
        }
        for (int i = 0; i < 50_000; i++) {
            PageKey part = new PageKey("/articles/cold-" + i % 200, "en", "region-" + i);
            small.get(part, newsroom);
            small.get(key("hot-" + i % 200), newsroom);
        }
        long hits = 0;
        for (int i = 0; i < 200; i++) {
            hits += small.get(key("hot-" + i), newsroom).outcome() == Outcome.NEAR ? 1 : 0;
        }
        assertThat(hits).isGreaterThan(190);
        assertThat(small.nearBytes()).isLessThanOrEqualTo(1_048_576);
    }

    @Test
    void laterPartsOfListsStayOutOfTheSharedPages() {
        newsroom.publish("a?cursor=1-a");
        cache.get(key("a?cursor=1-a"), newsroom);
        assertThat(shared.size()).isZero();
    }

    @Test
    void startsWithThePagesThatAreReadMost() {
        read();
        cache.saveMostRead(10);
        PageCache started = newsroom.cache(shared);
        assertThat(started.warm()).isEqualTo(1);
        assertThat(started.get(key("a"), newsroom).outcome()).isEqualTo(Outcome.NEAR);
    }

    @Test
    void keepsEveryEncodingUnderItsOwnTag() {
        CachedPage page = read().page();
        assertThat(List.of(Encoding.values()).stream().map(page::variant))
                .extracting(variant -> variant == null ? null : variant.entityTag())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }
}
