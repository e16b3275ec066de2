package org.ardina.topic;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.result.UpdateResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                .filter(document -> !isDeleted(document))
                .map(TopicRepository::read);
    }

    List<Topic> findInOrder(int limit) {
        return topics().find().sort(IN_ORDER).limit(limit).into(new ArrayList<>()).stream()
                .filter(document -> !isDeleted(document))
                .map(TopicRepository::read)
                .toList();
    }

    /** Adds a topic; not if there is one with its slug. */
    boolean create(Topic topic) {
        try {
            topics().insertOne(ChangeStamp.on(write(topic)));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
            if (!revive(topic)) {
                return false;
            }
        }
        changes.announce();
        return true;
    }

    /** Makes a deleted topic this one. */
    private boolean revive(Topic topic) {
        return topics().updateOne(
                                and(eq("_id", topic.slug().value()), eq(DELETED, true)),
                                combine(
                                        set("name", topic.name()),
                                        set("description", topic.description()),
                                        set("order", topic.order()),
                                        set("articles", topic.articles()),
                                        unset(DELETED),
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
                        and(eq("_id", slug.value()), ne(DELETED, true)),
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

    private static boolean isDeleted(Document document) {
        return document.getBoolean(DELETED, false);
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
            missing.forEach(this::revive);
        } finally {
            changes.announce();
        }
    }

    void setArticles(Slug slug, long articles) {
        UpdateResult result = topics().updateOne(
                        and(eq("_id", slug.value()), ne("articles", articles)),
                        combine(set("articles", articles), ChangeStamp.update()));
        if (result.getModifiedCount() > 0) {
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
