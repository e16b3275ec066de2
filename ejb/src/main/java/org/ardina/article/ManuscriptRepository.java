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
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
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
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.ardina.store.Page;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The articles of {@link ArticleRepository} as the newsroom works on them, in whatever state. */
@ApplicationScoped
class ManuscriptRepository implements IndexedCollection {

    private static final Bson LONGEST_WAITING_FIRST = ascending(ManuscriptDocuments.WAITING_SINCE, "_id");
    private static final Bson LAST_CHANGED_FIRST = descending(ChangeStamp.CHANGED_AT, "_id");
    private static final Bson LISTED_NEWEST_FIRST = descending(ListingKeys.AT, "_id");

    /** Later than anything that is stored. */
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Whether a key has more articles than this makes no difference. */
    private static final int MOST_COUNTED = 1000;

    /** How far the clocks of replicas may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

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
                new IndexModel(LONGEST_WAITING_FIRST),
                new IndexModel(compoundIndex(ascending(ManuscriptDocuments.WRITERS), LAST_CHANGED_FIRST)),
                new IndexModel(compoundIndex(ascending(ManuscriptDocuments.WRITERS, "state"), LAST_CHANGED_FIRST)),
                new IndexModel(compoundIndex(ascending(ListingKeys.KEYS), LISTED_NEWEST_FIRST)),
                new IndexModel(ascending(ManuscriptDocuments.REVISED_TOPIC), new IndexOptions().sparse(true)),
                new IndexModel(compoundIndex(
                        ascending(ManuscriptDocuments.WRITERS), descending(ManuscriptDocuments.DECIDED_AT))));
    }

    Optional<Manuscript> find(Slug slug) {
        return Optional.ofNullable(
                        articles().find(eq("slugs", slug.value())).limit(1).first())
                .map(ManuscriptDocuments::read);
    }

    Optional<Manuscript> find(ArticleId id) {
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
            conditions.add(ArticleDocuments.before(ListingKeys.AT, after));
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
            conditions.add(ArticleDocuments.before(ChangeStamp.CHANGED_AT, after));
        }
        return summaries(conditions, LAST_CHANGED_FIRST, limit, ManuscriptSummary::changedAt);
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

    private MongoCollection<Document> articles() {
        return store.collection(collectionName());
    }
}
