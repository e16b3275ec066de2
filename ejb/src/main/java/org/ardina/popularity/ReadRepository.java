package org.ardina.popularity;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Reads in MongoDB: a document for each article and span of time in which it was read, and one for all of its reads. Each
 * knows what was last added to it, so that adding the same again changes nothing.
 */
@ApplicationScoped
class ReadRepository implements IndexedCollection, ReadStore {

    private static final int DUPLICATE_KEY = 11000;
    private static final int ARTICLES_AT_ONCE = 100;

    /** Additions that a document knows: more than all replicas make between an attempt and the next. */
    private static final int KNOWN_ADDITIONS = 64;

    private static final String TOTAL = "total:";

    @Inject
    private MongoStore store;

    @Inject
    private Articles articles;

    @Override
    public String collectionName() {
        return "reads";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(ascending("span", "at")), new IndexModel(ascending("span", "topic", "at")));
    }

    @Override
    public void add(ReadCounts counts) {
        List<ArticleId> ids = List.copyOf(counts.reads().keySet());
        for (int start = 0; start < ids.size(); start += ARTICLES_AT_ONCE) {
            add(counts, ids.subList(start, Math.min(ids.size(), start + ARTICLES_AT_ONCE)));
        }
    }

    private void add(ReadCounts counts, List<ArticleId> ids) {
        Map<ArticleId, Slug> topics = topics(ids);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (ArticleId id : ids) {
            long reads = counts.reads().getOrDefault(id, 0L);
            writes.add(add(TOTAL + id, counts.id(), reads, List.of()));
            for (Span span : Span.values()) {
                Instant at = span.begin(counts.at());
                List<Bson> place = new ArrayList<>(List.of(
                        setOnInsert("span", span.code()),
                        setOnInsert("at", Date.from(at)),
                        setOnInsert("article", id.value())));
                Slug topic = topics.get(id);
                if (topic != null) {
                    place.add(setOnInsert("topic", topic.value()));
                }
                writes.add(add(span.code() + ":" + at.getEpochSecond() + ":" + id, counts.id(), reads, place));
            }
        }
        try {
            reads().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException partial) {
            // A document that knows the addition is not found, and cannot be inserted again.
            if (partial.getWriteConcernError() != null
                    || partial.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw partial;
            }
        }
    }

    private static WriteModel<Document> add(String document, long addition, long reads, List<Bson> place) {
        List<Bson> changes = new ArrayList<>(place);
        changes.add(inc("reads", reads));
        changes.add(pushEach("additions", List.of(addition), new PushOptions().slice(-KNOWN_ADDITIONS)));
        return new UpdateOneModel<>(
                new Document("_id", document).append("additions", new Document("$ne", addition)),
                combine(changes),
                new UpdateOptions().upsert(true));
    }

    private Map<ArticleId, Slug> topics(List<ArticleId> ids) {
        Map<ArticleId, Slug> topics = new HashMap<>();
        for (ArticleSummary article : articles.find(ids)) {
            if (article.topic() != null) {
                topics.put(article.id(), article.topic());
            }
        }
        return topics;
    }

    /** What was read most since a span began, most first. */
    List<RankedArticle> rank(Span span, Instant begin, @Nullable Slug topic, int most) {
        Bson inTime = gte("at", Date.from(begin));
        Bson place = topic == null
                ? and(eq("span", span.code()), inTime)
                : and(eq("span", span.code()), eq("topic", topic.value()), inTime);
        return reads().aggregate(List.of(
                        match(place),
                        group("$article", sum("reads", "$reads")),
                        sort(descending("reads", "_id")),
                        limit(most)))
                .map(document -> new RankedArticle(
                        new ArticleId(document.getString("_id")),
                        document.get("reads", Number.class).longValue()))
                .into(new ArrayList<>());
    }

    /** How often these articles were ever read; those that never were are absent. */
    Map<ArticleId, Long> total(Collection<ArticleId> ids) {
        Map<ArticleId, Long> reads = new HashMap<>();
        reads().find(in("_id", ids.stream().map(id -> TOTAL + id).toList()))
                .projection(include("reads"))
                .forEach(document -> reads.put(
                        new ArticleId(document.getString("_id").substring(TOTAL.length())),
                        document.get("reads", Number.class).longValue()));
        return reads;
    }

    /** Puts the counts of a topic into those of another. */
    void move(Slug from, Slug to) {
        for (Span span : Span.values()) {
            reads().updateMany(
                            and(
                                    eq("span", span.code()),
                                    eq("topic", from.value()),
                                    gte("at", Date.from(Instant.EPOCH))),
                            set("topic", to.value()));
        }
    }

    /** Deletes counts of spans that no period reaches any more. */
    void deleteOld(Instant now) {
        for (Span span : Span.values()) {
            reads().deleteMany(and(eq("span", span.code()), lt("at", Date.from(now.minus(span.kept())))));
        }
    }

    private MongoCollection<Document> reads() {
        return store.collection(collectionName());
    }
}
