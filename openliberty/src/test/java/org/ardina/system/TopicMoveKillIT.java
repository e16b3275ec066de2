package org.ardina.system;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ardina.embedded.EmbeddedMongo;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A server that is killed while the articles of one topic are put into another. */
class TopicMoveKillIT {

    private static final int ARTICLES = 3000;
    private static final Duration LONG = Duration.ofMinutes(4);

    @Test
    void goesOnWithTheMoveAfterTheNextStart() throws IOException, InterruptedException {
        Path directory = TestDirectory.make("topic-move-kill");
        EmbeddedMongo mongo = new EmbeddedMongo();
        String uri = mongo.start(directory.resolve("store"));
        Map<String, String> configuration = Map.of("ARDINA_MONGODB_URI", uri, "ARDINA_DEMONSTRATION_ENABLED", "false");
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> articles = client.getDatabase(
                            Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                    .getCollection("articles");
            try (ServerProcess server = ServerProcess.start(directory, configuration)) {
                publish(server, directory);
                assertThat(count(articles, "harbour")).isEqualTo(ARTICLES);
                assertThat(Api.admin(server.site())
                                .post("/topics/harbour/merger", Api.object().put("into", "city"))
                                .statusCode())
                        .isEqualTo(202);
                Awaitility.await("the first articles to be moved")
                        .atMost(LONG)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> count(articles, "city") > 0);
                server.kill();
            }
            assertThat(count(articles, "harbour"))
                    .as("articles that were not moved when it died")
                    .isPositive();

            try (ServerProcess server = ServerProcess.start(directory, configuration)) {
                Awaitility.await("the others").atMost(LONG).until(() -> count(articles, "harbour") == 0);
                assertThat(count(articles, "city")).isEqualTo(ARTICLES);
                NewsSite site = server.site();
                assertThat(ArticleList.of(site, "topic=city").values("slug"))
                        .doesNotHaveDuplicates()
                        .hasSize(ARTICLES);
                assertThat(site.get("/topics/harbour").headers().firstValue("Location"))
                        .hasValueSatisfying(there -> assertThat(there).endsWith("/topics/city"));
                Awaitility.await("the number of articles of the topic")
                        .atMost(LONG)
                        .until(() -> articlesOf(site, "city") == ARTICLES);
            }
        } finally {
            mongo.close();
        }
    }

    private static void publish(ServerProcess server, Path directory) throws IOException {
        NewsSite site = server.site();
        Api admin = Api.admin(site);
        for (String topic : new String[] {"harbour", "city"}) {
            assertThat(admin.post("/topics", Api.object().put("slug", topic).put("name", topic))
                            .statusCode())
                    .isEqualTo(201);
        }
        Path file = directory.resolve("articles.jsonl");
        Files.write(
                file,
                IntStream.range(0, ARTICLES).mapToObj(TopicMoveKillIT::article).toList());
        assertThat(site.importFile(site.adminToken(), file).path("imported").asInt())
                .isEqualTo(ARTICLES);
    }

    private static String article(int number) {
        ObjectNode article = Api.object()
                .put("headline", "Ferry " + number)
                .put("body", "It left the harbour.")
                .put("source", "ferries");
        article.putArray("topics").add("harbour");
        return article.toString();
    }

    private static long count(MongoCollection<Document> articles, String topic) {
        return articles.countDocuments(and(eq("state", "APPROVED"), eq("content.topic", topic)));
    }

    private static int articlesOf(NewsSite site, String topic) {
        for (var known : site.json(site.get("/api/v1/topics?limit=100")).path("items")) {
            if (known.path("slug").asText().equals(topic)) {
                return known.path("articles").asInt();
            }
        }
        return -1;
    }
}
