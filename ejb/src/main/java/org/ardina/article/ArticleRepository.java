package org.ardina.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ardina.change.Change;
import org.ardina.change.ChangeSource;
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.ardina.store.Page;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Articles in MongoDB, as readers and imports want them; the newsroom has {@link ManuscriptRepository}. */
@ApplicationScoped
class ArticleRepository implements IndexedCollection, ChangeSource {

    private static final int DUPLICATE_KEY = 11000;
    private static final Bson NEWEST_FIRST = descending("publishedAt", "_id");

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return ArticleDocuments.COLLECTION;
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                // One index over current and former slugs: none is ever two articles'.
                new IndexModel(ascending("slugs"), new IndexOptions().unique(true)),
                new IndexModel(
                        ascending("origin.key"), new IndexOptions().unique(true).sparse(true)),
                ChangeStamp.index(),
                newestFirstWithin("state"),
                newestFirstWithin("state", "content.topic"),
                newestFirstWithin("state", "content.authors.username"));
    }

    private static IndexModel newestFirstWithin(String... fields) {
        return new IndexModel(compoundIndex(ascending(fields), NEWEST_FIRST));
    }

    Optional<Article> findBySlug(Slug slug) {
        return Optional.ofNullable(
                        articles().find(eq("slugs", slug.value())).limit(1).first())
                .map(ArticleDocuments::read);
    }

    List<Article> findApproved(Collection<ArticleId> ids) {
        return articles()
                .find(and(
                        in(
                                "_id",
                                ids.stream().map(id -> new ObjectId(id.value())).toList()),
                        eq("state", ArticleState.APPROVED.name())))
                .map(ArticleDocuments::read)
                .into(new ArrayList<>());
    }

    List<ArticleSummary> findPublic(Collection<ArticleId> ids, Instant now) {
        return articles()
                .find(and(
                        in(
                                "_id",
                                ids.stream().map(id -> new ObjectId(id.value())).toList()),
                        eq("state", ArticleState.APPROVED.name()),
                        lte("publishedAt", Date.from(now))))
                .projection(ArticleDocuments.SUMMARY)
                .map(ArticleDocuments::readSummary)
                .into(new ArrayList<>());
    }

    Page<ArticleSummary> findPublic(Instant now, @Nullable Cursor after, int limit) {
        return findPublic(null, now, after, limit);
    }

    Page<ArticleSummary> findPublicInTopic(Slug topic, Instant now, @Nullable Cursor after, int limit) {
        return findPublic(eq("content.topic", topic.value()), now, after, limit);
    }

    Page<ArticleSummary> findPublicByAuthor(Slug username, Instant now, @Nullable Cursor after, int limit) {
        return findPublic(eq("content.authors.username", username.value()), now, after, limit);
    }

    /** The published articles of which the condition is true, newest first. */
    private Page<ArticleSummary> findPublic(@Nullable Bson condition, Instant now, @Nullable Cursor after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq("state", ArticleState.APPROVED.name()));
        if (condition != null) {
            conditions.add(condition);
        }
        if (after == null) {
            conditions.add(lte("publishedAt", Date.from(now)));
        } else {
            Instant publishedAt = after.time().isAfter(now) ? now : after.time();
            conditions.add(lte("publishedAt", Date.from(publishedAt)));
            conditions.add(ArticleDocuments.before("publishedAt", new Cursor(publishedAt, after.id())));
        }
        List<ArticleSummary> found = articles()
                .find(and(conditions))
                .projection(ArticleDocuments.SUMMARY)
                .sort(NEWEST_FIRST)
                .limit(limit + 1)
                .map(ArticleDocuments::readSummary)
                .into(new ArrayList<>());
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        ArticleSummary last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), new Cursor(last.publishedAt(), last.id()).toString());
    }

    /** When the newest of the articles published until then was published. */
    Optional<Instant> findNewestPublication(Instant until) {
        return Optional.ofNullable(articles()
                        .find(and(eq("state", ArticleState.APPROVED.name()), lte("publishedAt", Date.from(until))))
                        .projection(include("publishedAt"))
                        .sort(NEWEST_FIRST)
                        .limit(1)
                        .first())
                .map(document -> document.getDate("publishedAt").toInstant());
    }

    /** How many articles were published from one time to another, both inclusive. */
    long countPublic(Instant from, Instant until) {
        return articles()
                .countDocuments(and(
                        eq("state", ArticleState.APPROVED.name()),
                        gte("publishedAt", Date.from(from)),
                        lte("publishedAt", Date.from(until))));
    }

    List<ArticleSummary> findPublicOldestFirst(Instant from, Instant before, int skip, int limit) {
        return articles()
                .find(and(
                        eq("state", ArticleState.APPROVED.name()),
                        gte("publishedAt", Date.from(from)),
                        lt("publishedAt", Date.from(before))))
                .projection(ArticleDocuments.SUMMARY)
                .sort(ascending("publishedAt", "_id"))
                .skip(skip)
                .limit(limit)
                .map(ArticleDocuments::readSummary)
                .into(new ArrayList<>());
    }

    long countPublic(Slug topic) {
        return articles()
                .countDocuments(and(eq("state", ArticleState.APPROVED.name()), eq("content.topic", topic.value())));
    }

    /** Of these slugs, those that lead to an article. */
    Set<String> findTaken(Collection<Slug> slugs) {
        Set<String> taken = new HashSet<>();
        articles()
                .find(in("slugs", slugs.stream().map(Slug::value).toList()))
                .projection(include("slugs"))
                .forEach(document -> taken.addAll(document.getList("slugs", String.class)));
        return taken;
    }

    Map<String, ArticleIntake.Stored> findByOrigin(Collection<String> keys) {
        Map<String, ArticleIntake.Stored> found = new HashMap<>();
        articles().find(in("origin.key", keys)).projection(include("origin")).forEach(document -> {
            Origin origin = ArticleDocuments.readOrigin(document.get("origin", Document.class));
            if (origin != null) {
                ArticleId id = new ArticleId(document.getObjectId("_id").toHexString());
                found.put(origin.key(), new ArticleIntake.Stored(id, origin));
            }
        });
        return found;
    }

    /** Inserts the articles that clash with none there, and returns those that do. */
    List<Article> insert(List<Article> articles) {
        if (articles.isEmpty()) {
            return List.of();
        }
        try {
            articles()
                    .insertMany(
                            articles.stream()
                                    .map(ArticleDocuments::write)
                                    .map(ChangeStamp::on)
                                    .toList(),
                            new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException partial) {
            if (partial.getWriteConcernError() != null
                    || partial.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw partial;
            }
            return partial.getWriteErrors().stream()
                    .map(error -> articles.get(error.getIndex()))
                    .toList();
        } finally {
            changes.announce();
        }
    }

    @Override
    public Change.Kind kind() {
        return Change.Kind.ARTICLE;
    }

    @Override
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        return changes(
                ChangeStamp.since(time, afterId == null ? null : new ObjectId(afterId)), ChangeStamp.ORDER, limit);
    }

    @Override
    public List<Change> dueBetween(Instant afterThis, Instant untilThis, int limit) {
        Bson due = and(
                eq("state", ArticleState.APPROVED.name()),
                gt("publishedAt", Date.from(afterThis)),
                lte("publishedAt", Date.from(untilThis)));
        return changes(due, NEWEST_FIRST, limit);
    }

    private List<Change> changes(Bson condition, Bson order, int limit) {
        return articles()
                .find(condition)
                .projection(ArticleDocuments.CHANGE)
                .sort(order)
                .limit(limit)
                .map(ArticleDocuments::readChange)
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> articles() {
        return store.collection(collectionName());
    }
}
