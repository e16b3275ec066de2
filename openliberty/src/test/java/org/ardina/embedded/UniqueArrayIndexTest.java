package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueArrayIndexTest {

    @TempDir
    Path directory;

    RunningMongo mongo;
    MongoCollection<Document> articles;

    @BeforeEach
    void start() {
        mongo = new RunningMongo(directory);
        articles = mongo.collection("articles");
        articles.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true));
        articles.insertOne(article(1, "a", "b"));
        articles.insertOne(article(2, "c"));
    }

    @AfterEach
    void stop() {
        assertThat(mongo.scans()).isEmpty();
        mongo.close();
    }

    @Test
    void findsByEachElement() {
        assertThat(articles.find(Filters.eq("slugs", "b")).first()).containsEntry("_id", 1);
        assertThat(articles.find(Filters.in("slugs", "a", "b", "c"))).hasSize(2);
    }

    @Test
    void isGivenChangedAndTakenAwayWhereNotEveryDocumentHasTheField() {
        articles.createIndex(
                Indexes.ascending("nickname"), new IndexOptions().unique(true).sparse(true));
        update(1, Updates.set("nickname", "one"));
        assertDuplicate(() -> update(2, Updates.set("nickname", "one")));
        update(1, Updates.set("nickname", "first"));
        update(2, Updates.set("nickname", "one"));
        update(1, Updates.unset("nickname"));
        update(2, Updates.set("nickname", "first"));
        assertThat(articles.find(Filters.eq("_id", 1)).first()).doesNotContainKey("nickname");
        assertThat(articles.find(Filters.eq("_id", 2)).first()).containsEntry("nickname", "first");
    }

    @Test
    void refusesAnElementOfAnother() {
        assertDuplicate(() -> articles.insertOne(article(3, "x", "b")));
        assertDuplicate(() -> update(2, Updates.push("slugs", "a")));
        assertDuplicate(() -> update(2, Updates.addToSet("slugs", "b")));
        assertDuplicate(() -> update(2, Updates.set("slugs", List.of("y", "a"))));
        articles.insertOne(article(3, "x", "y"));
    }

    @Test
    void keepsAndFreesElementsOnUpdate() {
        update(1, Updates.push("slugs", "d"));
        update(1, Updates.addToSet("slugs", "a"));
        update(1, Updates.set("title", "t"));
        assertThat(articles.find(Filters.eq("slugs", "d")).first()).containsEntry("_id", 1);
        update(1, Updates.pull("slugs", "b"));
        update(2, Updates.push("slugs", "b"));
        assertThat(articles.find(Filters.eq("slugs", "b")).first()).containsEntry("_id", 2);
        articles.deleteOne(Filters.eq("_id", 2));
        articles.insertOne(article(3, "b", "c", "c"));
    }

    @Test
    void letsOneOfTwoConcurrentInsertsWin() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                String slug = "round-" + round;
                List<Callable<Boolean>> inserts = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Document article = article(1000 + round * 10 + i, slug, slug + "-" + i);
                    inserts.add(() -> inserted(article));
                }
                int winners = 0;
                for (Future<Boolean> insert : executor.invokeAll(inserts)) {
                    winners += insert.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            executor.shutdown();
        }
    }

    private boolean inserted(Document article) {
        try {
            articles.insertOne(article);
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getCode()).isEqualTo(11000);
            return false;
        }
    }

    private void update(int identifier, Bson update) {
        articles.updateOne(Filters.eq("_id", identifier), update);
    }

    private static void assertDuplicate(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
    }

    private static Document article(int identifier, String... slugs) {
        return new Document("_id", identifier).append("slugs", List.of(slugs));
    }
}
