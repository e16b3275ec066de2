package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexed queries give what a scan gives: the same random changes and queries, with and without indexes. */
class IndexedQueriesTest {

    private static final int STEPS = 300;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void equalScans(long seed) {
        RandomDocuments random = new RandomDocuments(seed);
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> scanned = mongo.collection("scanned");
            MongoCollection<Document> indexed = mongo.collection("indexed");
            List<Document> documents = random.documents(60);
            scanned.insertMany(documents);
            indexed.insertMany(documents);
            createIndexes(indexed);
            for (int step = 0; step < STEPS; step++) {
                change(random, scanned, indexed);
                compare(random, scanned, indexed);
            }
            assertThat(mongo.scans()).isNotEmpty();
        }
    }

    private static void createIndexes(MongoCollection<Document> indexed) {
        indexed.createIndex(Indexes.ascending("a"));
        indexed.createIndex(Indexes.compoundIndex(Indexes.ascending("a"), Indexes.descending("b", "_id")));
        indexed.createIndex(Indexes.compoundIndex(Indexes.ascending("tags"), Indexes.descending("b")));
        indexed.createIndex(Indexes.compoundIndex(Indexes.descending("b"), Indexes.ascending("tags", "a")));
        indexed.createIndex(Indexes.ascending("parts.x", "parts.y"));
        indexed.createIndex(Indexes.descending("at"));
    }

    private static void change(
            RandomDocuments random, MongoCollection<Document> scanned, MongoCollection<Document> indexed) {
        switch (random.number(5)) {
            case 0 -> {
                Document document = random.document();
                scanned.insertOne(document);
                indexed.insertOne(document);
            }
            case 1 -> {
                Document query = new Document("_id", random.identifier());
                assertThat(indexed.deleteOne(query)).isEqualTo(scanned.deleteOne(query));
            }
            case 2 -> {
                Document query = random.query();
                Document update = random.update();
                assertThat(indexed.updateMany(query, update))
                        .as("%s %s", query, update)
                        .isEqualTo(scanned.updateMany(query, update));
            }
            case 3 -> {
                Document query = random.query();
                Document update = random.update();
                FindOneAndUpdateOptions options =
                        new FindOneAndUpdateOptions().sort(random.order()).returnDocument(ReturnDocument.AFTER);
                assertThat(indexed.findOneAndUpdate(query, update, options))
                        .as("%s %s", query, update)
                        .isEqualTo(scanned.findOneAndUpdate(query, update, options));
            }
            default -> {
                Document query = new Document("_id", random.identifier());
                Document update = random.update();
                assertThat(indexed.updateOne(query, update)).isEqualTo(scanned.updateOne(query, update));
            }
        }
    }

    private static void compare(
            RandomDocuments random, MongoCollection<Document> scanned, MongoCollection<Document> indexed) {
        Document query = random.query();
        Document order = random.order();
        int skip = random.number(3);
        int limit = random.number(4) * 3;
        int batch = 1 + random.number(10);
        List<Document> expected =
                scanned.find(query).sort(order).skip(skip).limit(limit).into(new ArrayList<>());
        assertThat(indexed.find(query).sort(order).skip(skip).limit(limit).batchSize(batch))
                .as("%s sorted by %s from %s limit %s", query, order, skip, limit)
                .containsExactlyElementsOf(expected);
        assertThat(indexed.find(query))
                .as("%s", query)
                .containsExactlyInAnyOrderElementsOf(scanned.find(query).into(new ArrayList<>()));
        assertThat(indexed.countDocuments(query)).as("%s", query).isEqualTo(scanned.countDocuments(query));
        assertThat(indexed.distinct("b", query, Integer.class))
                .as("%s", query)
                .containsExactlyElementsOf(
                        scanned.distinct("b", query, Integer.class).into(new ArrayList<>()));
    }
}
