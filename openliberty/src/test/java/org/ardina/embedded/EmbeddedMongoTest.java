package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.ardina.store.EmbeddedStore;
import org.ardina.store.StoreUnavailableException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {

    @TempDir
    Path directory;

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(EmbeddedStore.class))
                .extracting(EmbeddedStore::kind)
                .containsExactlyInAnyOrder(EmbeddedStore.Kind.MONGODB, EmbeddedStore.Kind.REDIS);
    }

    @Test
    void listensOnTheLoopbackInterface() {
        try (EmbeddedMongo mongo = new EmbeddedMongo()) {
            assertThat(mongo.start(directory.resolve("made/when/absent"))).startsWith("mongodb://127.0.0.1:");
        }
    }

    @Test
    void keepsDocumentsAndIndexesOverARestart() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            articles.insertOne(new Document("_id", 1).append("slug", "a").append("topic", "x"));
            articles.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            articles.createIndex(Indexes.ascending("topic"));
            articles.createIndex(Indexes.ascending("topic"));
        }
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            assertThat(articles.listIndexes()).extracting("name").containsExactly("_id_", "slug_1", "topic_1");
            assertThat(articles.find(Filters.eq("topic", "x"))).hasSize(1);
            assertThatThrownBy(() -> articles.insertOne(new Document("slug", "a")))
                    .hasMessageContaining("E11000");
            assertThat(mongo.scans()).isEmpty();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (RunningMongo mongo = new RunningMongo(directory);
                EmbeddedMongo second = new EmbeddedMongo()) {
            assertThatThrownBy(() -> second.start(directory))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in use by another running server");
            assertThat(mongo.scans()).isEmpty();
        }
    }

    @Test
    void namesTheDuplicatesOfAnUnorderedInsert() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            List<Document> documents = IntStream.of(1, 1, 2, 2, 3)
                    .mapToObj(identifier -> new Document("_id", identifier))
                    .toList();
            MongoBulkWriteException failure = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> mongo.collection("articles").insertMany(documents, new InsertManyOptions().ordered(false)));
            assertThat(failure.getWriteErrors())
                    .extracting(BulkWriteError::getIndex)
                    .containsExactly(1, 3);
            assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(3);
        }
    }

    /** An addition under a name that a document knows, as after an answer that was lost, changes only the others. */
    @Test
    void addsOnceWhatIsAddedUnderAName() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> reads = mongo.collection("reads");
            reads.bulkWrite(List.of(addition("a", 1)));
            MongoBulkWriteException failure = catchThrowableOfType(
                    MongoBulkWriteException.class,
                    () -> reads.bulkWrite(
                            List.of(addition("a", 1), addition("b", 1), addition("a", 2)),
                            new BulkWriteOptions().ordered(false)));
            assertThat(failure.getWriteErrors())
                    .extracting(BulkWriteError::getIndex, BulkWriteError::getCode)
                    .containsExactly(tuple(0, 11000));
            assertThat(reads.find().sort(Sorts.ascending("_id")))
                    .extracting(document -> document.get("reads"))
                    .containsExactly(10L, 5L);
            assertThat(mongo.scans()).isEmpty();
        }
    }

    private static UpdateOneModel<Document> addition(String document, long name) {
        return new UpdateOneModel<>(
                new Document("_id", document).append("additions", new Document("$ne", name)),
                Updates.combine(
                        Updates.inc("reads", 5L),
                        Updates.pushEach("additions", List.of(name), new PushOptions().slice(-2))),
                new UpdateOptions().upsert(true));
    }

    @Test
    void readsMoreThanOneBatchWhileDocumentsAreDeleted() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            articles.createIndex(Indexes.ascending("n"));
            articles.insertMany(IntStream.range(0, 1000)
                    .mapToObj(i -> new Document("_id", i).append("n", 1000 - i).append("body", "x".repeat(20_000)))
                    .toList());
            List<Integer> seen = new ArrayList<>();
            try (MongoCursor<Document> cursor = articles.find()
                    .sort(Sorts.ascending("n"))
                    .projection(Projections.include("n"))
                    .cursor()) {
                seen.add(cursor.next().getInteger("n"));
                articles.deleteMany(Filters.gt("n", 900));
                cursor.forEachRemaining(article -> seen.add(article.getInteger("n")));
            }
            assertThat(seen).isSorted().startsWith(1).hasSizeBetween(900, 901);
        }
    }

    @Test
    void answersAggregationsFromIndexes() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            articles.createIndex(Indexes.ascending("state", "topic"));
            articles.insertMany(IntStream.range(0, 100)
                    .mapToObj(i -> new Document("_id", i)
                            .append("state", i % 2 == 0 ? "APPROVED" : "DRAFT")
                            .append("topic", "t" + i % 5))
                    .toList());
            assertThat(articles.countDocuments(Filters.eq("state", "DRAFT"))).isEqualTo(50);
            assertThat(articles.countDocuments(Filters.eq("state", "NONE"))).isZero();
            assertThat(articles.aggregate(List.of(
                            Aggregates.match(Filters.eq("state", "DRAFT")),
                            Aggregates.group("$topic", Accumulators.sum("n", 1)),
                            Aggregates.sort(Sorts.ascending("_id")))))
                    .hasSize(5)
                    .allMatch(group -> group.getInteger("n") == 10);
            assertThat(mongo.scans()).isEmpty();
        }
    }

    @Test
    void returnsTheProjectedFields() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            Document parts = new Document("x", 1).append("y", 2);
            articles.insertOne(new Document("_id", 1)
                    .append("title", "t")
                    .append("parts", parts)
                    .append("tags", List.of("a", "b"))
                    .append("picture", new Binary(new byte[] {1, 2}))
                    .append("body", "b"));
            Bson query = Filters.and(Filters.eq("_id", 1), Filters.or(Filters.eq("body", "b"), Filters.eq("n", 1)));
            assertThat(projected(articles, query, Projections.exclude("body", "parts.x", "picture", "tags")))
                    .isEqualTo(new Document("_id", 1).append("title", "t").append("parts", new Document("y", 2)));
            assertThat(projected(articles, query, Projections.include("title", "parts.y")))
                    .isEqualTo(new Document("_id", 1).append("title", "t").append("parts", new Document("y", 2)));
            assertThat(projected(articles, query, Projections.slice("tags", 1))).containsEntry("tags", List.of("a"));
            assertThat(articles.countDocuments(query)).isEqualTo(1);
        }
    }

    @Test
    void returnsProjectedFieldsBesideThoseThatAQueryLooksAt() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            List<Document> authors =
                    List.of(new Document("name", "Ana").append("age", 1), new Document("name", "Rui").append("age", 2));
            articles.insertOne(new Document("_id", 1)
                    .append(
                            "content",
                            new Document("topic", "sea")
                                    .append("body", new Document("raw", "r").append("words", 5))
                                    .append("authors", authors))
                    .append("state", "approved"));
            Bson query = Filters.and(Filters.eq("content.body.raw", "r"), Filters.eq("content.authors.1.age", 2));
            assertThat(projected(articles, query, Projections.include("content.topic", "content.authors.name")))
                    .isEqualTo(new Document("_id", 1)
                            .append(
                                    "content",
                                    new Document("topic", "sea")
                                            .append(
                                                    "authors",
                                                    List.of(
                                                            new Document("name", "Ana"),
                                                            new Document("name", "Rui")))));
            assertThat(projected(articles, query, Projections.include("content.body.words", "content.none", "state.x")))
                    .isEqualTo(
                            new Document("_id", 1).append("content", new Document("body", new Document("words", 5))));
            Bson whole = Filters.eq("content.body", new Document("raw", "r").append("words", 5));
            assertThat(projected(articles, whole, Projections.include("state")))
                    .isEqualTo(new Document("_id", 1).append("state", "approved"));
        }
    }

    private static @Nullable Document projected(MongoCollection<Document> articles, Bson query, Bson projection) {
        return articles.find(query)
                .sort(Sorts.ascending("title"))
                .projection(projection)
                .first();
    }

    @Test
    void replacesACollectionWithTheOutputOfAnAggregation() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            mongo.collection("articles").insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
            mongo.collection("copies").insertOne(new Document("_id", 3));
            mongo.collection("articles")
                    .aggregate(List.of(Aggregates.out("copies")))
                    .toCollection();
        }
        try (RunningMongo mongo = new RunningMongo(directory)) {
            assertThat(mongo.collection("copies").find()).extracting("_id").containsExactly(1, 2);
            assertThat(mongo.collection("articles").countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void dropsTheIndexOfOneCollectionOnly() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            mongo.collection("articles").createIndex(Indexes.ascending("slug"));
            mongo.collection("topics").createIndex(Indexes.ascending("slug"));
            mongo.collection("articles").dropIndex("slug_1");
        }
        try (RunningMongo mongo = new RunningMongo(directory)) {
            assertThat(mongo.collection("articles").listIndexes()).hasSize(1);
            assertThat(mongo.collection("topics").listIndexes()).hasSize(2);
        }
    }

    @Test
    void keepsFilesInGridFs() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            byte[] data = new byte[20 * 1024 * 1024];
            new Random(7).nextBytes(data);
            GridFSBucket bucket = GridFSBuckets.create(mongo.database());
            ObjectId file = bucket.uploadFromStream("picture", new ByteArrayInputStream(data));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            bucket.downloadToStream(file, read);
            assertThat(read.toByteArray()).isEqualTo(data);
            bucket.delete(file);
            assertThat(mongo.collection("fs.chunks").countDocuments()).isZero();
            assertThat(mongo.scans()).isEmpty();
        }
    }

    @Test
    void tellsOfQueriesThatNoIndexServes() {
        try (RunningMongo mongo = new RunningMongo(directory)) {
            MongoCollection<Document> articles = mongo.collection("articles");
            articles.insertOne(new Document("_id", 1).append("title", "a"));
            articles.find(Filters.eq("_id", 1)).first();
            articles.find().sort(Sorts.descending("_id")).limit(5).first();
            articles.updateOne(Filters.and(Filters.eq("_id", 1), Filters.eq("title", "a")), Updates.set("title", "b"));
            assertThat(mongo.scans()).isEmpty();
            articles.find(Filters.eq("title", "a")).first();
            articles.find(Filters.eq("title", "b")).first();
            articles.find(Filters.gt("title", "b")).first();
            articles.find().sort(Sorts.descending("title")).first();
            assertThat(mongo.scans())
                    .containsExactlyInAnyOrder(
                            "ardina.articles {title}",
                            "ardina.articles {title: {$gt}}",
                            "ardina.articles {} sorted by {title: -1}");
        }
    }
}
