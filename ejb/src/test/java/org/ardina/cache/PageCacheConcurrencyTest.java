package org.ardina.cache;

import static org.ardina.cache.Newsroom.key;
import static org.ardina.cache.Newsroom.shown;
import static org.ardina.cache.Newsroom.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.ardina.problem.BusyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCacheConcurrencyTest {

    private static final int CLIENTS = 1000;

    private final Newsroom newsroom = new Newsroom();
    private final MemorySharedPages shared = new MemorySharedPages();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    /** What each of the clients gets who all ask at the same time, in turns of these caches. */
    private List<PageAnswer> ask(List<PageCache> caches) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<PageAnswer>> requests = IntStream.range(0, CLIENTS)
                .<Callable<PageAnswer>>mapToObj(client -> () -> {
                    start.await();
                    return newsroom.get(caches.get(client % caches.size()), key("a"));
                })
                .toList();
        List<Future<PageAnswer>> answers = new ArrayList<>();
        for (Callable<PageAnswer> request : requests) {
            answers.add(clients.submit(request));
        }
        start.countDown();
        List<PageAnswer> all = new ArrayList<>();
        for (Future<PageAnswer> answer : answers) {
            all.add(answer.get(30, TimeUnit.SECONDS));
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aThousandClientsCauseOneRenderAmongAllReplicas(int replicas) throws Exception {
        newsroom.publish("a");
        newsroom.whileRendering = () -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        List<PageCache> caches = IntStream.range(0, replicas)
                .mapToObj(replica -> newsroom.cache(shared))
                .toList();
        assertThat(ask(caches)).hasSize(CLIENTS).allMatch(answer -> shown(answer) == 1);
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void aRenderThatFailsIsRepeatedOnceAndNobodyNotices() throws Exception {
        newsroom.publish("a");
        newsroom.failuresToCome.set(1);
        List<PageCache> caches = List.of(newsroom.cache(shared), newsroom.cache(shared));
        assertThat(ask(caches)).hasSize(CLIENTS).allMatch(answer -> shown(answer) == 1);
        assertThat(newsroom.renders).hasValue(2);
    }

    @Test
    void aLeaseWhoseHolderDiedHoldsNobodyUpForEver() {
        newsroom.publish("a");
        assertThat(shared.lease(key("a")).taken()).isTrue();
        newsroom.whileRendering = () -> {};
        PageCache cache = newsroom.cache(shared);
        Future<PageAnswer> answer = clients.submit(() -> newsroom.get(cache, key("a")));
        assertThat(answer).isNotDone();
        shared.release(key("a"));
        assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
        assertThat(newsroom.renders).hasValue(1);
    }

    @Test
    void whoeverDoesNotGetAPermitIsRefusedAndCachedPagesGoOn() throws Exception {
        PageCache cache = newsroom.cache(
                shared, PageConfiguration.RENDERS_AT_ONCE, "1", PageConfiguration.RENDER_WAIT, "PT0.05S");
        newsroom.publish("cached");
        newsroom.publish("slow");
        newsroom.publish("a");
        newsroom.get(cache, key("cached"));
        CountDownLatch rendering = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        newsroom.whileRendering = () -> {
            rendering.countDown();
            await(done);
        };
        Future<PageAnswer> slow = clients.submit(() -> newsroom.get(cache, key("slow")));
        rendering.await();
        assertThatThrownBy(() -> newsroom.get(cache, key("a"))).isInstanceOf(BusyException.class);
        assertThat(newsroom.get(cache, key("cached")).outcome()).isEqualTo(PageAnswer.Outcome.NEAR);
        assertThat(cache.statistics().refusals()).isEqualTo(1);
        done.countDown();
        assertThat(shown(slow.get(10, TimeUnit.SECONDS))).isEqualTo(1);
    }

    /** Readers, writers and replicas at random: nobody sees less than what was purged before they asked. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noReaderSeesAPageOlderThanThePurgeBeforeTheyAsked(long seed) throws Exception {
        List<String> names = List.of("a", "b", "c");
        List<PageCache> caches = List.of(newsroom.cache(shared), newsroom.cache(shared));
        names.forEach(newsroom::publish);
        List<Future<Integer>> readers = new ArrayList<>();
        CountDownLatch written = new CountDownLatch(1);
        for (int reader = 0; reader < 8; reader++) {
            Random random = new Random(seed * 100 + reader);
            readers.add(clients.submit(() -> {
                int requests = 0;
                while (written.getCount() > 0) {
                    String name = names.get(random.nextInt(names.size()));
                    PageCache cache = caches.get(random.nextInt(caches.size()));
                    int purged = known(cache, name);
                    assertThat(shown(newsroom.get(cache, key(name)))).isGreaterThanOrEqualTo(purged);
                    requests++;
                }
                return requests;
            }));
        }
        Random random = new Random(seed);
        for (int change = 0; change < 2000; change++) {
            String name = names.get(random.nextInt(names.size()));
            int version = newsroom.publish(name);
            for (PageCache cache : caches) {
                cache.purge(tags(name));
                purged.merge(cache, Map.of(name, version), PageCacheConcurrencyTest::newest);
            }
            if (random.nextInt(50) == 0) {
                shared.away = !shared.away;
            }
        }
        written.countDown();
        for (Future<Integer> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    private final Map<PageCache, Map<String, Integer>> purged = new ConcurrentHashMap<>();

    private int known(PageCache cache, String name) {
        return purged.getOrDefault(cache, Map.of()).getOrDefault(name, 1);
    }

    private static Map<String, Integer> newest(Map<String, Integer> before, Map<String, Integer> now) {
        Map<String, Integer> merged = new HashMap<>(before);
        merged.putAll(now);
        return Map.copyOf(merged);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
