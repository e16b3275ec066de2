package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoFileSizeTest {

    private static final int DOCUMENTS = 300;
    private static final int DOCUMENT_BYTES = 4_000;
    private static final int UPDATES = 20_000;
    private static final int THREADS = 4;
    private static final int READS = 100;

    @TempDir
    Path directory;

    @Test
    void staysWithinASmallMultipleOfTheData() throws Exception {
        long data = (long) DOCUMENTS * DOCUMENT_BYTES;
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            articles.createIndex(Indexes.ascending("state", "n"));
            articles.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> new Document("_id", i).append("state", "s0").append("body", randomBytes(i)))
                    .toList());
            update(articles);
            assertThat(size()).as("while it is written to").isLessThan(200 * 1024 * 1024);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(size()).isLessThan(3 * data));
            assertThat(articles.find(Filters.gte("_id", 0))).hasSize(DOCUMENTS);
        }
        try (RunningMongo mongo = new RunningMongo(directory)) {
            assertThat(mongo.collection("articles").countDocuments()).isEqualTo(DOCUMENTS);
        }
    }

    private static Binary randomBytes(int seed) {
        byte[] bytes = new byte[DOCUMENT_BYTES];
        new Random(seed).nextBytes(bytes);
        return new Binary(bytes);
    }

    private static void update(MongoCollection<Document> articles) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                writers.add(() -> {
                    for (int i = 0; i < UPDATES / THREADS; i++) {
                        articles.updateOne(
                                Filters.eq("_id", random.nextInt(DOCUMENTS)),
                                Updates.combine(Updates.inc("n", 1), Updates.set("state", "s" + random.nextInt(4))));
                    }
                    return true;
                });
            }
            List<Future<Boolean>> writing =
                    writers.stream().map(executor::submit).toList();
            for (int i = 0; i < READS; i++) {
                assertThatReadersSeeWholeCommands(articles);
            }
            for (Future<Boolean> writer : writing) {
                assertThat(writer.get()).isTrue();
            }
        } finally {
            executor.shutdown();
        }
    }

    /** A document whose state is being changed is found under the old one or the new one, neither twice nor never. */
    private static void assertThatReadersSeeWholeCommands(MongoCollection<Document> articles) {
        Bson inSomeState = Filters.in("state", "s0", "s1", "s2", "s3");
        assertThat(articles.countDocuments(inSomeState)).isEqualTo(DOCUMENTS);
        assertThat(articles.find(inSomeState)
                        .sort(Sorts.ascending("n"))
                        .projection(Projections.include("_id"))
                        .batchSize(DOCUMENTS + 1))
                .doesNotHaveDuplicates()
                .hasSize(DOCUMENTS);
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("mongodb.mv"));
    }
}
