package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ardina.embedded.EmbeddedMongo;
import org.ardina.embedded.EmbeddedRedis;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A store that is away when the server starts, goes away later, falls silent, and comes back. */
class StoreAwayIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The configured timeout of MongoDB, and what the rest of an answer may take on a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Duration ANSWER = TIMEOUT.plusSeconds(4);

    /** Of the demonstration edition; none is asked for twice, so no cache has it. */
    private static final List<String> ARTICLES = List.of(
            "the-last-ferry-still-waits-for-the-bell",
            "a-school-roof-that-counts-swifts",
            "the-bakers-who-share-one-oven",
            "after-the-fire-the-cork-oaks-answered-first",
            "the-library-that-lends-quiet",
            "forty-two-steps-and-a-handrail");

    private int articles;

    @Test
    void waitsForMongoDbAndGoesOnByItself() {
        Path directory = TestDirectory.make("mongodb-away");
        try (EmbeddedMongo mongo = new EmbeddedMongo();
                EmbeddedRedis redis = new EmbeddedRedis()) {
            URI store = URI.create(mongo.start(directory.resolve("mongodb")));
            try (TcpProxy line = TcpProxy.to(store.getPort())) {
                line.cut();
                try (ServerProcess server = ServerProcess.launch(
                        directory,
                        Map.of(
                                "ARDINA_MONGODB_URI",
                                through(line, store),
                                "ARDINA_MONGODB_TIMEOUT",
                                TIMEOUT.toString(),
                                "ARDINA_DEMONSTRATION_ENABLED",
                                "true",
                                "ARDINA_REDIS_URI",
                                redis.start(directory.resolve("redis"))))) {
                    server.awaitStarted();
                    assertThat(server.site().get("/health/ready").statusCode()).isEqualTo(503);
                    assertMongoDbIsAway(server, 1);

                    line.restore();
                    server.awaitReady();
                    assertMongoDbIsThere(server);

                    line.cut();
                    assertMongoDbIsAway(server, 2);
                    line.restore();
                    assertMongoDbIsThere(server);

                    line.silence();
                    assertMongoDbIsAway(server, 3);
                    line.restore();
                    assertMongoDbIsThere(server);
                    assertNothingFailed(server);
                }
            }
        }
    }

    @Test
    void doesWithoutRedis() throws IOException {
        Path directory = TestDirectory.make("redis-away");
        try (EmbeddedMongo mongo = new EmbeddedMongo();
                EmbeddedRedis redis = new EmbeddedRedis()) {
            String mongodb = mongo.start(directory.resolve("mongodb"));
            URI store = URI.create(redis.start(directory.resolve("redis")));
            try (TcpProxy line = TcpProxy.to(store.getPort())) {
                line.cut();
                try (ServerProcess server = ServerProcess.start(
                        directory,
                        Map.of(
                                "ARDINA_MONGODB_URI",
                                mongodb,
                                "ARDINA_DEMONSTRATION_ENABLED",
                                "true",
                                "ARDINA_REDIS_URI",
                                through(line, store)))) {
                    assertRedisIs(server, false);
                    assertEverythingWorks(server.site(), directory, "down");

                    line.restore();
                    assertRedisIs(server, true);
                    assertEverythingWorks(server.site(), directory, "up");

                    line.cut();
                    assertEverythingWorks(server.site(), directory, "gone");
                    assertRedisIs(server, false);
                    assertThat(messages(server, "Redis is away")).hasSize(2);
                    line.restore();
                    assertRedisIs(server, true);

                    line.silence();
                    assertEverythingWorks(server.site(), directory, "silent");
                    assertRedisIs(server, false);
                    line.restore();
                    assertRedisIs(server, true);
                    assertNothingFailed(server);
                }
            }
        }
    }

    private void assertMongoDbIsAway(ServerProcess server, int times) {
        NewsSite site = server.site();
        assertThat(site.status("/health/live")).isEqualTo(200);
        assertThat(site.status("/health/started")).isEqualTo(200);

        HttpResponse<String> page = answer(site, "/articles/" + nextArticle());
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.headers().firstValue("X-Request-Id")).isPresent();
        Document notice = Jsoup.parse(page.body());
        assertThat(notice.select("h1").text()).isEqualTo("Our archive is out of reach just now");
        assertThat(notice.text())
                .contains(page.headers().firstValue("X-Request-Id").orElseThrow());

        HttpResponse<String> answer = answer(site, "/api/v1/articles/" + ARTICLES.get(0));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(site.json(answer).path("code").asText()).isEqualTo("store-away");

        Awaitility.await("readiness says that MongoDB is away")
                .atMost(SOON)
                .until(() -> !site.isStoreAvailable("mongodb"));
        assertThat(messages(server, "MongoDB is away"))
                .as("one line each time")
                .hasSize(times)
                .allMatch(message -> message.length() < 500 && !message.contains("Exception in"));
    }

    /** Pages that were kept say nothing of MongoDB, so the page of proof is one that nobody asked for before. */
    private void assertMongoDbIsThere(ServerProcess server) {
        NewsSite site = server.site();
        Awaitility.await("readiness says that MongoDB is there")
                .atMost(SOON)
                .until(() -> site.status("/health/ready") == 200 && site.isStoreAvailable("mongodb"));
        assertThat(site.page("/articles/" + nextArticle()).select("h1")).hasSize(1);
        assertThat(site.status("/topics")).isEqualTo(200);
    }

    private static void assertRedisIs(ServerProcess server, boolean available) {
        Awaitility.await("Redis is available: " + available)
                .atMost(SOON)
                .until(() -> server.site().isStoreAvailable("redis") == available);
        assertThat(server.site().status("/health/ready")).isEqualTo(200);
    }

    private static void assertEverythingWorks(NewsSite site, Path directory, String name) throws IOException {
        assertThat(site.page("/").select("main article")).isNotEmpty();
        assertThat(site.status("/health/ready")).isEqualTo(200);
        assertThat(site.status("/api/v1/topics")).isEqualTo(200);
        Path file = Files.writeString(
                directory.resolve(name + ".jsonl"),
                "{\"headline\":\"Redis %s\",\"body\":\"Body\",\"slug\":\"redis-%s\",\"source\":\"test\"}"
                        .formatted(name, name));
        assertThat(site.importFile(site.adminToken(), file).path("imported").asInt())
                .isEqualTo(1);
        assertThat(site.page("/articles/redis-" + name).select("h1").text()).isEqualTo("Redis " + name);
    }

    /** A store that is away is no defect: nothing severe, and no stack traces, in the log. */
    private static void assertNothingFailed(ServerProcess server) {
        assertThat(server.serverLog().events())
                .filteredOn(event -> event.path("loglevel").asText().matches("SEVERE|ERROR|FATAL")
                        || event.path("message").asText().contains("\n\tat "))
                .isEmpty();
    }

    private static HttpResponse<String> answer(NewsSite site, String path) {
        long start = System.nanoTime();
        HttpResponse<String> response = site.get(path, "Accept-Language", "en");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(ANSWER);
        return response;
    }

    private static List<String> messages(ServerProcess server, String beginning) {
        return server.serverLog().messages(beginning);
    }

    private String nextArticle() {
        return ARTICLES.get(articles++);
    }

    private static String through(TcpProxy line, URI store) {
        return store.toString().replace(":" + store.getPort(), ":" + line.port());
    }
}
