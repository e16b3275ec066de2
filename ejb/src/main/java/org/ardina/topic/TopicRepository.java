package org.ardina.topic;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
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
                .map(TopicRepository::read);
    }

    List<Topic> findInOrder(int limit) {
        return topics().find()
                .sort(IN_ORDER)
                .limit(limit)
                .map(TopicRepository::read)
                .into(new ArrayList<>());
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
