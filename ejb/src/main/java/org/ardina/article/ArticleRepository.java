package org.ardina.article;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** Articles in MongoDB. */
@ApplicationScoped
class ArticleRepository implements IndexedCollection, ChangeSource {

    private static final int DUPLICATE_KEY = 11000;
    private static final Bson NEWEST_FIRST = descending("publishedAt", "_id");
    private static final Bson LAST_CHANGED_FIRST = descending(ChangeStamp.CHANGED_AT, "_id");
    private static final Bson LISTED_NEWEST_FIRST = descending(ListingKeys.AT, "_id");

    /** Later than anything that is stored. */
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether a key has more articles than this makes no difference. */
    private static final int MOST_COUNTED = 1000;

    private static final Bson LONGEST_WAITING_FIRST = ascending(ManuscriptDocuments.WAITING_SINCE, "_id");

    /** How far the clocks of replicas may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return "articles";
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
                newestFirstWithin("state", "content.authors.username"),
                new IndexModel(LONGEST_WAITING_FIRST),
                new IndexModel(compoundIndex(ascending(ManuscriptDocuments.WRITERS), LAST_CHANGED_FIRST)),
                new IndexModel(compoundIndex(ascending(ManuscriptDocuments.WRITERS, "state"), LAST_CHANGED_FIRST)),
                new IndexModel(compoundIndex(ascending(ListingKeys.KEYS), LISTED_NEWEST_FIRST)),
                new IndexModel(ascending(ManuscriptDocuments.REVISED_TOPIC), new IndexOptions().sparse(true)),
                new IndexModel(compoundIndex(
                        ascending(ManuscriptDocuments.WRITERS), descending(ManuscriptDocuments.DECIDED_AT))));
    }

    private static IndexModel newestFirstWithin(String... fields) {
        return new IndexModel(compoundIndex(ascending(fields), NEWEST_FIRST));
    }

    ArticleId nextId() {
        return new ArticleId(new ObjectId().toHexString());
    }

    Optional<Article> findBySlug(Slug slug) {
        return Optional.ofNullable(
                        articles().find(eq("slugs", slug.value())).limit(1).first())
                .map(ArticleDocuments::read);
    }

    Optional<Manuscript> findManuscript(Slug slug) {
        return Optional.ofNullable(
                        articles().find(eq("slugs", slug.value())).limit(1).first())
                .map(ManuscriptDocuments::read);
    }

    Optional<Manuscript> findManuscript(ArticleId id) {
        return Optional.ofNullable(articles()
                        .find(eq("_id", new ObjectId(id.value())))
                        .limit(1)
                        .first())
                .map(ManuscriptDocuments::read);
    }

    /** Adds an article; not if its slug is taken. */
    boolean insert(Manuscript manuscript) {
        try {
            articles().insertOne(ChangeStamp.on(ManuscriptDocuments.write(manuscript)));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
        changes.announce();
        return true;
    }

    /** Changes an article if it is still as it was; nothing if it is not, or its new slug is taken. */
    Optional<Manuscript> replace(Manuscript before, Manuscript after) {
        try {
            Document changed = articles()
                    .findOneAndUpdate(
                            and(
                                    eq("_id", new ObjectId(before.id().value())),
                                    eq(ChangeStamp.VERSION, before.version()),
                                    eq("state", before.article().state().name())),
                            ManuscriptDocuments.update(after),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (changed == null) {
                return Optional.empty();
            }
            changes.announce();
            return Optional.of(ManuscriptDocuments.read(changed));
        } catch (MongoException failure) {
            if (ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    Page<ManuscriptSummary> findWaiting(@Nullable Cursor after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        if (after == null) {
            conditions.add(waiting());
        } else {
            Date time = Date.from(after.time());
            ObjectId id = new ObjectId(after.id().value());
            conditions.add(gte(ManuscriptDocuments.WAITING_SINCE, time));
            conditions.add(or(
                    gt(ManuscriptDocuments.WAITING_SINCE, time),
                    and(eq(ManuscriptDocuments.WAITING_SINCE, time), gt("_id", id))));
        }
        return summaries(conditions, LONGEST_WAITING_FIRST, limit, ManuscriptSummary::waitingSince);
    }

    long countWaiting() {
        return articles().countDocuments(waiting());
    }

    long count(ArticleState state) {
        return articles().countDocuments(eq("state", state.name()));
    }

    private static Bson waiting() {
        return gte(ManuscriptDocuments.WAITING_SINCE, Date.from(Instant.EPOCH));
    }

    boolean isUsed(Slug topic) {
        // By state, as the index is.
        return Arrays.stream(ArticleState.values())
                        .anyMatch(state -> articles()
                                        .find(and(eq("state", state.name()), eq("content.topic", topic.value())))
                                        .projection(include("_id"))
                                        .limit(1)
                                        .first()
                                != null)
                || articles()
                                .find(eq(ManuscriptDocuments.REVISED_TOPIC, topic.value()))
                                .projection(include("_id"))
                                .limit(1)
                                .first()
                        != null;
    }

    /** Puts articles, and revisions, of a topic into another, and returns how many were found. */
    int move(Slug from, Slug to, int limit) {
        Map<ObjectId, Document> found = new LinkedHashMap<>();
        List<Bson> places = new ArrayList<>();
        for (ArticleState state : ArticleState.values()) {
            places.add(and(eq("state", state.name()), eq("content.topic", from.value())));
        }
        places.add(eq(ManuscriptDocuments.REVISED_TOPIC, from.value()));
        for (Bson place : places) {
            articles()
                    .find(place)
                    .projection(ManuscriptDocuments.LISTED_BY)
                    .limit(limit)
                    .forEach(document -> found.put(document.getObjectId("_id"), document));
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document document : found.values()) {
            List<Bson> updates = new ArrayList<>();
            if (from.value().equals(document.getEmbedded(List.of("content", "topic"), String.class))) {
                updates.add(set("content.topic", to.value()));
            }
            if (from.value().equals(document.getEmbedded(List.of("revision", "content", "topic"), String.class))) {
                updates.add(set(ManuscriptDocuments.REVISED_TOPIC, to.value()));
            }
            updates.add(ManuscriptDocuments.list(document, topic -> from.value().equals(topic) ? to.value() : topic));
            updates.add(ChangeStamp.update());
            writes.add(write(document, combine(updates)));
        }
        if (!writes.isEmpty()) {
            // What was changed meanwhile is found again.
            articles().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            changes.announce();
        }
        return writes.size();
    }

    /** Gives articles their keys that were stored without, and returns how many. */
    int listUnlisted(int limit) {
        List<WriteModel<Document>> writes = articles()
                .find(eq(ListingKeys.KEYS, null))
                .projection(ManuscriptDocuments.LISTED_BY)
                .limit(limit)
                .map(document -> write(document, ManuscriptDocuments.list(document, topic -> topic)))
                .into(new ArrayList<>());
        if (!writes.isEmpty()) {
            articles().bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
        return writes.size();
    }

    /** Changes a document if it still has the version that was read. */
    private static WriteModel<Document> write(Document document, Bson update) {
        return new UpdateOneModel<>(
                and(eq("_id", document.getObjectId("_id")), eq(ChangeStamp.VERSION, document.get(ChangeStamp.VERSION))),
                update);
    }

    Page<ManuscriptSummary> findWrittenBy(
            String account, @Nullable ArticleState state, @Nullable Cursor after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq(ManuscriptDocuments.WRITERS, account));
        return findChanged(conditions, state, after, limit);
    }

    /** What a filter lets through, newest first; see {@link ManuscriptSummary#listedAt}. */
    Page<ManuscriptSummary> findListed(ArticleFilter filter, @Nullable Cursor after, int limit) {
        List<String> keys = rarestFirst(ListingKeys.of(filter));
        List<Bson> conditions = new ArrayList<>();
        keys.forEach(key -> conditions.add(eq(ListingKeys.KEYS, key)));
        Instant end = filter.to() == null ? FOREVER : startOf(filter.to().plusDays(1));
        if (after != null && after.time().isBefore(end)) {
            conditions.add(lte(ListingKeys.AT, Date.from(after.time())));
        } else {
            conditions.add(lt(ListingKeys.AT, Date.from(end)));
        }
        if (filter.from() != null) {
            conditions.add(gte(ListingKeys.AT, Date.from(startOf(filter.from()))));
        }
        if (after != null) {
            Date time = Date.from(after.time());
            conditions.add(or(
                    lt(ListingKeys.AT, time),
                    and(
                            eq(ListingKeys.AT, time),
                            lt("_id", new ObjectId(after.id().value())))));
        }
        return summaries(conditions, LISTED_NEWEST_FIRST, limit, ManuscriptSummary::listedAt);
    }

    /** The rarest is that by which the index is read; articles that lack one of the others are passed over. */
    private List<String> rarestFirst(List<String> keys) {
        if (keys.size() < 2) {
            return keys;
        }
        Map<String, Long> counts = new HashMap<>();
        CountOptions some = new CountOptions().limit(MOST_COUNTED);
        keys.forEach(key -> counts.put(key, articles().countDocuments(eq(ListingKeys.KEYS, key), some)));
        return keys.stream()
                .sorted(Comparator.comparingLong(key -> counts.getOrDefault(key, 0L)))
                .toList();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Page<ManuscriptSummary> findChanged(
            List<Bson> conditions, @Nullable ArticleState state, @Nullable Cursor after, int limit) {
        if (state != null) {
            conditions.add(eq("state", state.name()));
        }
        Date time = Date.from(after == null ? Instant.now().plus(CLOCKS) : after.time());
        conditions.add(lte(ChangeStamp.CHANGED_AT, time));
        if (after != null) {
            conditions.add(or(
                    lt(ChangeStamp.CHANGED_AT, time),
                    and(
                            eq(ChangeStamp.CHANGED_AT, time),
                            lt("_id", new ObjectId(after.id().value())))));
        }
        return summaries(conditions, LAST_CHANGED_FIRST, limit, ManuscriptSummary::changedAt);
    }

    List<ManuscriptSummary> findDecided(String account, int limit) {
        return articles()
                .find(and(
                        eq(ManuscriptDocuments.WRITERS, account),
                        gte(ManuscriptDocuments.DECIDED_AT, Date.from(Instant.EPOCH))))
                .projection(ManuscriptDocuments.SUMMARY)
                .sort(descending(ManuscriptDocuments.DECIDED_AT))
                .limit(limit)
                .map(ManuscriptDocuments::readSummary)
                .into(new ArrayList<>());
    }

    private Page<ManuscriptSummary> summaries(
            List<Bson> conditions, Bson order, int limit, Function<ManuscriptSummary, @Nullable Instant> time) {
        List<ManuscriptSummary> found = articles()
                .find(and(conditions))
                .projection(ManuscriptDocuments.SUMMARY)
                .sort(order)
                .limit(limit + 1)
                .map(ManuscriptDocuments::readSummary)
                .into(new ArrayList<>());
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        ManuscriptSummary last = found.get(limit - 1);
        Instant place = Objects.requireNonNull(time.apply(last));
        return new Page<>(found.subList(0, limit), new Cursor(place, last.id()).toString());
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

    Set<ArticleId> findApprovedIds(Collection<ArticleId> ids) {
        return articles()
                .find(and(
                        in(
                                "_id",
                                ids.stream().map(id -> new ObjectId(id.value())).toList()),
                        eq("state", ArticleState.APPROVED.name())))
                .projection(include("_id"))
                .map(document -> new ArticleId(document.getObjectId("_id").toHexString()))
                .into(new HashSet<>());
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
            Date publishedAt = Date.from(after.time().isAfter(now) ? now : after.time());
            conditions.add(lte("publishedAt", publishedAt));
            conditions.add(or(
                    lt("publishedAt", publishedAt),
                    and(
                            eq("publishedAt", publishedAt),
                            lt("_id", new ObjectId(after.id().value())))));
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

    /** Of these slugs, those that lead to another article than this one. */
    Set<String> findTakenByOthers(Collection<Slug> slugs, ArticleId id) {
        Set<String> taken = new HashSet<>();
        articles()
                .find(in("slugs", slugs.stream().map(Slug::value).toList()))
                .projection(include("slugs"))
                .forEach(document -> {
                    if (!document.getObjectId("_id").toHexString().equals(id.value())) {
                        taken.addAll(document.getList("slugs", String.class));
                    }
                });
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
