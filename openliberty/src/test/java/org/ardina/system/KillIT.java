package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A server that is killed in the middle of an import. */
class KillIT {

    private static final int ARTICLES = 3000;
    private static final int ROUNDS = 2;

    @Test
    void losesNothingAndTakesNothingTwice() throws IOException, InterruptedException {
        assumeTrue(TestStores.areEmbedded(), "the stores are not this server's own");
        Random random = new Random(42);
        Path directory = TestDirectory.make("kill");
        Path file = Files.writeString(
                directory.resolve("articles.jsonl"),
                IntStream.range(0, ARTICLES)
                        .mapToObj(i -> ("{\"headline\":\"Killed %d\",\"body\":\"%s\",\"body_format\":\"text\","
                                        + "\"slug\":\"killed-%d\",\"topics\":[\"Kill\"],\"source\":\"kill\","
                                        + "\"published\":\"2026-01-01T00:00:00Z\"}")
                                .formatted(i, "word ".repeat(200 + random.nextInt(200)), i % 1000))
                        .collect(Collectors.joining("\n")));
        ServerProcess server = ServerProcess.start(directory, Map.of());
        try {
            String token = server.site().adminToken();
            String id = server.site().startImport(token, file, Map.of());
            for (int round = 0; round < ROUNDS; round++) {
                long enough = (round + 1L) * ARTICLES / (ROUNDS + 2) + random.nextInt(150);
                NewsSite site = server.site();
                long seen = Awaitility.await("some articles")
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> site.importStatus(token, id).path("read").asLong(), read -> read >= enough);
                assertThat(seen).as("the import was still running").isLessThan(ARTICLES);
                server.kill();
                server = ServerProcess.start(directory, Map.of());
                assertThat(server.site().importStatus(token, id).path("read").asLong())
                        .as("what was reported done is done after the restart")
                        .isGreaterThanOrEqualTo(seen);
            }
            JsonNode report = server.site().awaitImport(token, id);
            assertThat(report.path("state").asText()).isEqualTo("FINISHED");
            assertThat(report.path("read").asInt()).isEqualTo(ARTICLES);
            assertThat(report.path("imported").asInt()).isEqualTo(ARTICLES);
            assertThat(headlines(server.site()))
                    .isEqualTo(IntStream.range(0, ARTICLES)
                            .mapToObj(i -> "Killed " + i)
                            .collect(Collectors.toSet()));
            assertThat(server.site()
                            .json(server.site().get("/api/v1/topics?limit=100"))
                            .path("items"))
                    .filteredOn(topic -> topic.path("slug").asText().equals("kill"))
                    .singleElement()
                    .extracting(topic -> topic.path("articles").asInt())
                    .isEqualTo(ARTICLES);
            assertFindsAll(server);

            server.stop();
            server = ServerProcess.start(directory, Map.of());
            assertFindsAll(server);
            assertThat(server.serverLog().messages("The search index took in"))
                    .last()
                    .asString()
                    .startsWith("The search index took in 0 changes");

            server.kill();
            Path damaged = damageIndex(directory.resolve("data/search"), random);
            server = ServerProcess.start(directory, Map.of());
            assertFindsAll(server);
            assertThat(server.serverLog().messages("The search index in"))
                    .as("the damage to %s was noticed", damaged)
                    .hasSize(1);
        } finally {
            server.close();
        }
    }

    private static void assertFindsAll(ServerProcess server) {
        SearchPages search = new SearchPages(server.site()).awaitComplete();
        assertThat(search.count("killed")).isEqualTo(ARTICLES);
    }

    /** Changes a byte in the middle of the largest file. */
    private static Path damageIndex(Path folder, Random random) throws IOException {
        Path largest;
        try (Stream<Path> files = Files.list(folder)) {
            largest = files.max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
        try (RandomAccessFile bytes = new RandomAccessFile(largest.toFile(), "rw")) {
            long place = bytes.length() / 4 + random.nextLong(bytes.length() / 2);
            bytes.seek(place);
            int before = bytes.read();
            bytes.seek(place);
            bytes.write(before ^ 0x10);
        }
        return largest;
    }

    private static Set<String> headlines(NewsSite site) {
        Set<String> headlines = new HashSet<>();
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = site.json(site.get("/api/v1/articles?limit=100&topic=kill" + cursor));
            for (JsonNode article : page.path("items")) {
                headlines.add(article.path("headline").asText());
                seen++;
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(seen).as("nothing twice").isEqualTo(headlines.size());
        return headlines;
    }
}
