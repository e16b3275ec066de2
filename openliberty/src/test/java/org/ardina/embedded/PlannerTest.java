package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

    private static final Instant TIME = Instant.ofEpochMilli(1_000);

    @TempDir
    Path directory;

    DurableStore store;
    OrderedIndex index;

    @BeforeEach
    void open() {
        store = DurableStore.open(directory.resolve("test.mv"));
        List<IndexKey> fields = List.of(
                new IndexKey("state", true),
                new IndexKey("topic", true),
                new IndexKey("publishedAt", false),
                new IndexKey("_id", false));
        index = new OrderedIndex(store, "index", "index", fields, false, false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void servesTheNextPageOfAList() {
        Document query = new Document("state", "APPROVED")
                .append("topic", "x")
                .append("publishedAt", new Document("$lte", TIME))
                .append(
                        "$or",
                        List.of(
                                new Document("publishedAt", new Document("$lt", TIME)),
                                new Document("publishedAt", TIME).append("_id", new Document("$lt", 5))));
        QueryPlan plan = plan(query, new Document("publishedAt", -1).append("_id", -1));
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.backwards()).isFalse();
        assertThat(plan.bounded()).isTrue();
        assertThat(plan.exact()).isFalse();
        assertThat(plan.ranges()).hasSize(1);
    }

    @Test
    void servesTheOppositeOrderBackwards() {
        Document query = new Document("state", "APPROVED").append("topic", "x");
        QueryPlan plan = plan(query, new Document("publishedAt", 1).append("_id", 1));
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.backwards()).isTrue();
        assertThat(plan.exact()).isTrue();
    }

    @Test
    void mergesTheRangesOfSeveralValues() {
        Document query = new Document("state", new Document("$in", List.of("APPROVED", "ARCHIVED")))
                .append("topic", new Document("$in", List.of("x", "y", "z")));
        QueryPlan plan = plan(query, new Document("publishedAt", -1));
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.ranges()).hasSize(6);
    }

    @Test
    void doesNotServeAnOrderThatMixesDirections() {
        Document query = new Document("state", "APPROVED").append("topic", "x");
        assertThat(plan(query, new Document("publishedAt", 1).append("_id", -1)).sorted())
                .isFalse();
    }

    @Test
    void isOfNoUseWithoutTheFirstField() {
        assertThat(planOrNull(new Document("topic", "x"), null)).isNull();
    }

    private QueryPlan plan(Document query, @Nullable Document orderBy) {
        return Objects.requireNonNull(planOrNull(query, orderBy));
    }

    private @Nullable QueryPlan planOrNull(Document query, @Nullable Document orderBy) {
        return new Planner(index, new QueryConditions(query), orderBy).plan();
    }
}
