package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that is killed while readers write comments, each of whom tries again with the same key. */
class ConversationKillIT {

    private static final String SLUG = "a-school-roof-that-counts-swifts";
    private static final int WRITERS = 8;
    private static final int ENOUGH = 60;
    private static final Duration LONG = Duration.ofMinutes(4);

    /** By key, the ids that were acknowledged. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    @Test
    void losesNoCommentAndTakesNoneTwice() throws Exception {
        assumeTrue(TestStores.areEmbedded(), "the stores are not this server's own");
        Path directory = TestDirectory.make("conversation-kill");
        ServerProcess server = ServerProcess.start(directory, Map.of());
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        try {
            NewsSite site = server.site();
            String token = site.adminToken();
            List<Future<String>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(executor.submit(() -> write(new Talk(new Api(site, token), SLUG), writer)));
            }
            Awaitility.await("comments").atMost(LONG).until(() -> acknowledged.size() >= ENOUGH);
            server.kill();
            stopping = true;
            List<String> unanswered = new ArrayList<>();
            for (Future<String> writer : writers) {
                unanswered.add(writer.get());
            }
            assertThat(unanswered).as("the server died while it was asked").anyMatch(key -> !key.isEmpty());

            server = ServerProcess.start(directory, Map.of());
            Talk talk = new Talk(new Api(server.site(), token), SLUG);
            unanswered.stream().filter(key -> !key.isEmpty()).forEach(key -> {
                acknowledged.put(key, id(talk, talk.post(text(key), null, key)));
            });
            acknowledged.forEach((key, id) -> assertThat(id(talk, talk.post(text(key), null, key)))
                    .as(key)
                    .isEqualTo(id));
            assertThat(talk.ids("&sort=oldest", 100)).containsExactlyInAnyOrderElementsOf(acknowledged.values());
            Awaitility.await("the number of comments is right")
                    .atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(talk.article().path("comments").asInt()).isEqualTo(acknowledged.size()));
        } finally {
            stopping = true;
            executor.shutdownNow();
            server.close();
        }
    }

    /** Writes comments until the server is gone, and returns the key of the one that got no answer, or nothing. */
    private String write(Talk talk, int writer) {
        for (int i = 0; !stopping; i++) {
            String key = "writer-" + writer + "-" + i;
            try {
                HttpResponse<String> response = talk.post(text(key), null, key);
                acknowledged.put(key, id(talk, response));
            } catch (UncheckedIOException killed) {
                return key;
            }
        }
        return "";
    }

    private static String text(String key) {
        return "What " + key + " has to say.";
    }

    private static String id(Talk talk, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return talk.api().site().json(response).path("id").asText();
    }
}
