package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.ardina.embedded.EmbeddedMongo;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store that goes away while readers read. */
@ExtendWith(TwoReplicas.Provider.class)
class StoreLossIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LIFETIME = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RENDER_WAIT = Duration.ofSeconds(1);

    /** What an answer may take beyond what is configured, on a machine that is busy with the tests too. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final int MANY = 300;

    private static final List<String> KEPT = List.of(
            "/",
            "/latest",
            "/topics/city",
            "/articles/the-last-ferry-still-waits-for-the-bell",
            "/articles/a-school-roof-that-counts-swifts");

    @Test
    void noReaderNoticesThatRedisIsGone(TwoReplicas replicas) throws Exception {
        List<String> slugs = IntStream.range(0, 500).mapToObj(i -> "loss-" + i).toList();
        replicas.add(slugs);
        AtomicInteger next = new AtomicInteger();
        Figures taken = new Figures();
        try (Crowd crowd = new Crowd()) {
            for (Replica replica : replicas.both()) {
                for (int reader = 0; reader < 2; reader++) {
                    crowd.keepAsking(
                            () -> replica.site()
                                    .address("/articles/" + slugs.get(next.getAndIncrement() % slugs.size())),
                            answer -> {
                                assertThat(answer.response().statusCode()).isEqualTo(200);
                                taken.add(answer.duration());
                            });
                }
            }
            awaitMore(taken, 200);
            replicas.both().forEach(replica -> replica.redis().silence());
            replicas.both().forEach(replica -> replica.awaitRedis(false));
            replicas.both().forEach(replica -> replica.redis().cut());
            awaitMore(taken, 500);
            replicas.both().forEach(replica -> {
                replica.redis().restore();
                replica.awaitRedis(true);
            });
            awaitMore(taken, 200);
            crowd.stop();
        }
        taken.print("Pages while Redis went and came");
        assertThat(taken.percentile(99)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void keptPagesGoOnWithoutMongoDb() throws Exception {
        Path directory = TestDirectory.make("mongodb-lost");
        try (EmbeddedMongo mongo = new EmbeddedMongo()) {
            URI store = URI.create(mongo.start(directory.resolve("mongodb")));
            try (TcpProxy line = TcpProxy.to(store.getPort())) {
                line.restore();
                try (ServerProcess server = ServerProcess.start(directory, settings(store, line))) {
                    Awaitility.await("the demonstration edition")
                            .atMost(SOON)
                            .until(() ->
                                    KEPT.stream().allMatch(path -> server.site().status(path) == 200));
                    losesMongoDbUnderLoad(server, line);
                }
            }
        }
    }

    private static Map<String, String> settings(URI store, TcpProxy line) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ARDINA_MONGODB_URI", store.toString().replace(":" + store.getPort(), ":" + line.port()));
        settings.put("ARDINA_MONGODB_TIMEOUT", TIMEOUT.toString());
        settings.put("ARDINA_DEMONSTRATION_ENABLED", "true");
        settings.put("ARDINA_PAGES_LIFETIME", LIFETIME.toString());
        settings.put("ARDINA_PAGES_STALE_WHILE_REVALIDATE", "PT1S");
        settings.put("ARDINA_PAGES_STALE_IF_ERROR", "PT10M");
        settings.put("ARDINA_PAGES_RENDER_WAIT", RENDER_WAIT.toString());
        return settings;
    }

    private static void losesMongoDbUnderLoad(ServerProcess server, TcpProxy line) throws Exception {
        NewsSite site = server.site();
        AtomicInteger next = new AtomicInteger();
        AtomicReference<String> lastStatus = new AtomicReference<>("");
        Figures kept = new Figures();
        try (Crowd crowd = new Crowd()) {
            for (int reader = 0; reader < 4; reader++) {
                crowd.keepAsking(() -> site.address(KEPT.get(next.getAndIncrement() % KEPT.size())), answer -> {
                    assertThat(answer.response().statusCode())
                            .as(answer.address().getPath())
                            .isEqualTo(200);
                    kept.add(answer.duration());
                    lastStatus.set(answer.cacheStatus());
                });
            }
            awaitMore(kept, 100);
            line.silence();
            double threads = site.metric("thread_count");
            refusesWhatIsNotKept(crowd, site, "silent");
            assertThat(site.metric("thread_count") - threads)
                    .as("threads for %d requests that cannot be answered", MANY)
                    .isLessThan(150);
            Awaitility.await("pages are marked stale")
                    .atMost(SOON)
                    .until(() -> Objects.toString(lastStatus.get()).contains("detail=stale-if-error"));
            assertThat(site.isStoreAvailable("mongodb")).isFalse();
            line.cut();
            refusesWhatIsNotKept(crowd, site, "cut");
            awaitMore(kept, 100);

            line.restore();
            Awaitility.await("pages are fresh again")
                    .atMost(SOON)
                    .until(() -> Objects.toString(lastStatus.get()).matches("ardina; hit; ttl=\\d+"));
            Awaitility.await("what is not kept is rendered again")
                    .atMost(SOON)
                    .until(() -> site.status("/topics/no-such-topic-now") == 404);
            crowd.stop();
        }
        kept.print("Kept pages while MongoDB went and came");
        assertThat(kept.percentile(99)).isLessThan(Duration.ofSeconds(2));
    }

    /** Pages and calls of the API alike are refused in time, however many. */
    private static void refusesWhatIsNotKept(Crowd crowd, NewsSite site, String name) {
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, MANY)
                .mapToObj(i -> i % 3 == 0 ? "/api/v1/articles/uncached-" + i : "/articles/uncached-" + name + i)
                .flatMap(path -> crowd.ask(site.address(path), 1).stream())
                .toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
        });
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%d refusals while MongoDB is %s: within %d ms%n", MANY, name, taken.toMillis());
        assertThat(taken).isLessThan(TIMEOUT.plus(RENDER_WAIT).plus(BUSY));
    }

    private static void awaitMore(Figures taken, int answers) {
        int before = taken.size();
        Awaitility.await(answers + " more answers").atMost(SOON).until(() -> taken.size() >= before + answers);
    }
}
