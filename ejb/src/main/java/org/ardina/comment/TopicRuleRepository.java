package org.ardina.comment;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ardina.article.Slug;
import org.ardina.change.Change;
import org.ardina.change.ChangeSource;
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Rules of topics in MongoDB, by slug; there is none of most. */
@ApplicationScoped
class TopicRuleRepository implements IndexedCollection, ChangeSource {

    /** What a change of a rule has before the slug, as the topic itself changes under its own id. */
    static final String CHANGE = "rule:";

    private static final int MOST = 2000;
    private static final String ID = "_id";
    private static final String CLOSED = "closed";
    private static final String REVIEWED_FIRST = "reviewedFirst";

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return "topicRules";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(ChangeStamp.index());
    }

    /** All of them. */
    List<TopicRule> list() {
        return rules().find()
                .limit(MOST)
                .map(document -> new TopicRule(
                        new Slug(document.getString(ID)),
                        document.getBoolean(CLOSED, false),
                        document.getBoolean(REVIEWED_FIRST, false)))
                .into(new ArrayList<>());
    }

    void set(TopicRule rule) {
        rules().updateOne(
                        eq(ID, rule.topic().value()),
                        Updates.combine(
                                Updates.set(CLOSED, rule.closed()),
                                Updates.set(REVIEWED_FIRST, rule.reviewedFirst()),
                                ChangeStamp.update()),
                        new UpdateOptions().upsert(true));
        changes.announce();
    }

    @Override
    public Change.Kind kind() {
        return Change.Kind.TOPIC;
    }

    @Override
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        String after = afterId != null && afterId.startsWith(CHANGE) ? afterId.substring(CHANGE.length()) : afterId;
        return rules().find(ChangeStamp.since(time, after))
                .sort(ChangeStamp.ORDER)
                .limit(limit)
                .map(document -> new Change(
                        Change.Kind.TOPIC,
                        CHANGE + document.getString(ID),
                        document.get(ChangeStamp.VERSION, Number.class).longValue(),
                        document.getDate(ChangeStamp.CHANGED_AT).toInstant(),
                        List.of(),
                        document.getString(ID),
                        List.of(),
                        true,
                        null))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> rules() {
        return store.collection(collectionName());
    }
}
