package org.ardina.topic;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ardina.article.Slug;
import org.ardina.change.Change;
import org.ardina.change.ChangeSource;
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Topics in MongoDB. */
@ApplicationScoped
class TopicRepository implements IndexedCollection, ChangeSource {

    private static final Bson IN_ORDER = Indexes.ascending("order", "_id");

    private static final String DELETED = "deleted";

    /** In what is left of a topic whose address leads to another one. */
    private static final String MOVED_TO = "movedTo";

    /** In a topic that took the place of another: by it, a second attempt to make it finds the first. */
    private static final String FORMERLY = "formerly";

    /** More addresses than this do not lead on to one another. */
    private static final int MOST_STEPS = 10;

    /** What a topic is made of, and which addresses lead to one. */
    record Stored(List<Topic> topics, Map<Slug, Slug> moves) {

        /** Where an address leads; empty if it does not, or only in circles. */
        Optional<Slug> target(Slug former) {
            return follow(former, slug -> Optional.ofNullable(moves.get(slug)));
        }
    }

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return "topics";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(IN_ORDER), ChangeStamp.index());
    }

    Optional<Topic> find(Slug slug) {
        return Optional.ofNullable(
                        topics().find(eq("_id", slug.value())).limit(1).first())
                .filter(document -> !isGone(document))
                .map(TopicRepository::read);
    }

    Stored find(Collection<Slug> slugs) {
        return slugs.isEmpty()
                ? new Stored(List.of(), Map.of())
                : stored(topics().find(in("_id", slugs.stream().map(Slug::value).toList())));
    }

    Stored findInOrder(int limit) {
        return stored(topics().find().sort(IN_ORDER).limit(limit));
    }

    private static Stored stored(Iterable<Document> documents) {
        List<Topic> found = new ArrayList<>();
        Map<Slug, Slug> moves = new HashMap<>();
        documents.forEach(document -> {
            String target = document.getString(MOVED_TO);
            if (target != null) {
                moves.put(new Slug(document.getString("_id")), new Slug(target));
            } else if (!isGone(document)) {
                found.add(read(document));
            }
        });
        return new Stored(List.copyOf(found), Map.copyOf(moves));
    }

    /** Where an address leads that was a topic's. */
    Optional<Slug> findTarget(Slug former) {
        return follow(former, this::findMove);
    }

    private Optional<Slug> findMove(Slug former) {
        return Optional.ofNullable(topics().find(eq("_id", former.value()))
                        .projection(include(MOVED_TO))
                        .limit(1)
                        .first())
                .flatMap(document -> Optional.ofNullable(document.getString(MOVED_TO)))
                .map(Slug::new);
    }

    private static Optional<Slug> follow(Slug former, Function<Slug, Optional<Slug>> step) {
        Optional<Slug> target = step.apply(former);
        for (int steps = 1; target.isPresent() && steps < MOST_STEPS; steps++) {
            Optional<Slug> next = step.apply(target.get());
            if (next.isEmpty()) {
                return target;
            }
            target = next;
        }
        return Optional.empty();
    }

    /** Adds a topic; not if there is one with its slug. */
    boolean create(Topic topic) {
        return create(topic, null);
    }

    private boolean create(Topic topic, @Nullable Slug former) {
        @Nullable String formerly = former == null ? null : former.value();
        try {
            topics().insertOne(ChangeStamp.on(write(topic).append(FORMERLY, formerly)));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            if (!revive(topic, former, or(eq(DELETED, true), gte(MOVED_TO, "")))) {
                return false;
            }
        }
        changes.announce();
        return true;
    }

    /**
     * Adds a topic that is to take the place of another; not if there is one with its slug, unless an attempt to do this
     * was cut short.
     */
    boolean createInPlaceOf(Slug former, Topic topic) {
        return create(topic, former)
                || topics().find(and(eq("_id", topic.slug().value()), eq(FORMERLY, former.value()), eq(MOVED_TO, null)))
                                .limit(1)
                                .first()
                        != null;
    }

    /** Makes the address of a topic lead to another one; not if there is no such topic any more. */
    boolean move(Slug from, Slug to) {
        boolean moved = topics().updateOne(
                                and(eq("_id", from.value()), ne(DELETED, true), eq(MOVED_TO, null)),
                                combine(set(MOVED_TO, to.value()), unset(FORMERLY), ChangeStamp.update()))
                        .getModifiedCount()
                > 0;
        changes.announce();
        return moved;
    }

    /** Makes a topic of it again. */
    void stay(Slug moved) {
        topics().updateOne(eq("_id", moved.value()), combine(unset(MOVED_TO), ChangeStamp.update()));
        changes.announce();
    }

    /** Makes a deleted topic, or what is left of one that was moved, this one. */
    private boolean revive(Topic topic, @Nullable Slug former, Bson gone) {
        return topics().updateOne(
                                and(eq("_id", topic.slug().value()), gone),
                                combine(
                                        set("name", topic.name()),
                                        set("description", topic.description()),
                                        set("order", topic.order()),
                                        set("articles", topic.articles()),
                                        unset(DELETED),
                                        unset(MOVED_TO),
                                        set(FORMERLY, former == null ? null : former.value()),
                                        ChangeStamp.update()))
                        .getModifiedCount()
                > 0;
    }

    /** Changes what is not null. */
    Optional<Topic> change(Slug slug, @Nullable String name, @Nullable String description, @Nullable Integer order) {
        List<Bson> updates = new ArrayList<>();
        if (name != null) {
            updates.add(set("name", name));
        }
        if (description != null) {
            updates.add(set("description", description));
        }
        if (order != null) {
            updates.add(set("order", order));
        }
        updates.add(ChangeStamp.update());
        Document changed = topics().findOneAndUpdate(
                        and(eq("_id", slug.value()), ne(DELETED, true), eq(MOVED_TO, null)),
                        combine(updates),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        changes.announce();
        return Optional.ofNullable(changed).map(TopicRepository::read);
    }

    /** Deletes a topic, leaving a mark by which other replicas see that it is gone. */
    void delete(Slug slug) {
        topics().updateOne(eq("_id", slug.value()), combine(set(DELETED, true), ChangeStamp.update()));
        changes.announce();
    }

    private static boolean isGone(Document document) {
        return document.getBoolean(DELETED, false) || document.getString(MOVED_TO) != null;
    }

    /** Inserts the topics that are not there yet; those that are stay as they are. */
    void insertMissing(List<Topic> missing) {
        try {
            topics().insertMany(
                            missing.stream()
                                    .map(TopicRepository::write)
                                    .map(ChangeStamp::on)
                                    .toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException partial) {
            if (partial.getWriteErrors().stream()
                    .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw partial;
            }
            missing.forEach(topic -> revive(topic, null, eq(DELETED, true)));
        } finally {
            changes.announce();
        }
    }

    /** Says how many articles each of these has. */
    void setArticles(Map<Slug, Long> counts) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        counts.forEach((slug, articles) -> updates.add(new UpdateOneModel<>(
                and(eq("_id", slug.value()), ne("articles", articles)),
                combine(set("articles", articles), ChangeStamp.update()))));
        if (!updates.isEmpty()
                && topics().bulkWrite(updates, new BulkWriteOptions().ordered(false))
                                .getModifiedCount()
                        > 0) {
            changes.announce();
        }
    }

    @Override
    public Change.Kind kind() {
        return Change.Kind.TOPIC;
    }

    @Override
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        return topics().find(ChangeStamp.since(time, afterId))
                .sort(ChangeStamp.ORDER)
                .limit(limit)
                .map(document -> Change.topic(
                        document.getString("_id"),
                        document.get(ChangeStamp.VERSION, Number.class).longValue(),
                        document.getDate(ChangeStamp.CHANGED_AT).toInstant()))
                .into(new ArrayList<>());
    }

    private static Document write(Topic topic) {
        return new Document("_id", topic.slug().value())
                .append("name", topic.name())
                .append("description", topic.description())
                .append("order", topic.order())
                .append("articles", topic.articles())
                .append(ChangeStamp.VERSION, 1L);
    }

    private static Topic read(Document document) {
        return new Topic(
                new Slug(document.getString("_id")),
                document.getString("name"),
                document.getString("description"),
                document.getInteger("order", Topic.LAST),
                document.get("articles", Number.class).longValue());
    }

    private MongoCollection<Document> topics() {
        return store.collection(collectionName());
    }
}
