package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the process was killed at any moment, and the indexes fit the documents. */
class KilledMongoTest {

    private static final int ROUNDS = 5;

    @TempDir
    Path directory;

    @Test
    void losesNothing() throws Exception {
        Random random = new Random(42);
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines;
            try (ChildProcess child = new ChildProcess(WritingChild.class, directory.toString(), "round" + round)) {
                lines = new ArrayList<>(child.lines(1 + random.nextInt(1500)));
                assertThat(child.kill()).isEqualTo(ChildProcess.KILLED);
                lines.addAll(child.remainingLines());
            }
            for (String line : lines) {
                String[] parts = line.split(" ", 2);
                acknowledged.merge(parts[0], Integer.valueOf(parts[1]), Math::max);
            }
            try (RunningMongo mongo = new RunningMongo(directory)) {
                verify(mongo, acknowledged);
            }
        }
    }

    private static void verify(RunningMongo mongo, Map<String, Integer> acknowledged) {
        MongoCollection<Document> articles = mongo.collection("articles");
        List<Document> all = articles.find().into(new ArrayList<>());
        Map<String, Integer> versions = new HashMap<>();
        Set<String> slugs = new HashSet<>();
        for (Document article : all) {
            versions.put(article.getString("_id"), article.getInteger("version"));
            for (String slug : article.getList("slugs", String.class)) {
                assertThat(slugs.add(slug)).isTrue();
            }
        }
        acknowledged.forEach((identifier, version) ->
                assertThat(versions.getOrDefault(identifier, 0)).as(identifier).isGreaterThanOrEqualTo(version));
        for (String state : List.of("DRAFT", "APPROVED")) {
            List<String> scanned = all.stream()
                    .filter(article -> state.equals(article.getString("state")))
                    .sorted(Comparator.comparing((Document article) -> article.getInteger("version"))
                            .thenComparing(article -> article.getString("_id")))
                    .map(article -> article.getString("_id"))
                    .toList();
            assertThat(articles.find(Filters.eq("state", state)).sort(Sorts.ascending("version", "_id")))
                    .extracting(article -> article.getString("_id"))
                    .containsExactlyElementsOf(scanned);
        }
        Document keys = mongo.database()
                .runCommand(new Document("validate", "articles"))
                .get("keysPerIndex", Document.class);
        assertThat(keys).containsEntry("slugs_1", (long) slugs.size()).containsEntry("state_1_version_-1", (long)
                all.size());
        String taken = slugs.iterator().next();
        assertThatThrownBy(() -> articles.insertOne(new Document("slugs", List.of("new", taken))))
                .hasMessageContaining("E11000");
        assertThat(mongo.scans()).isEmpty();
    }
}
