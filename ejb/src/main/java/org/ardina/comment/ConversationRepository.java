package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ardina.article.ArticleId;
import org.ardina.change.Change;
import org.ardina.change.ChangeSource;
import org.ardina.change.Changes;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of conversations in MongoDB, by article. Whatever readers may see of a conversation stamps its document here,
 * so that one change tells of all that happened under an article at once.
 */
@ApplicationScoped
class ConversationRepository implements IndexedCollection, ChangeSource {

    private static final String LIKES = "likes";
    private static final String COMMENTS = "comments";
    private static final String CLOSED = "closed";
    private static final String REVIEWED_FIRST = "reviewedFirst";
    private static final FindOneAndUpdateOptions KEPT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final CoalescedIncrements<Counter, Conversation> increments = new CoalescedIncrements<>(
            (counter, increment) -> change(counter.article(), Updates.inc(counter.field(), increment)));

    @Inject
    private MongoStore store;

    @Inject
    private Changes changes;

    @Override
    public String collectionName() {
        return "conversations";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(ChangeStamp.index());
    }

    Conversation find(ArticleId article) {
        @Nullable Document document = conversations().find(byArticle(article)).limit(1).first();
        return document == null ? Conversation.none(article) : read(document);
    }

    Map<ArticleId, Conversation> find(Collection<ArticleId> articles) {
        Map<ArticleId, Conversation> found = new HashMap<>();
        conversations()
                .find(in(
                        "_id",
                        articles.stream().map(id -> new ObjectId(id.value())).toList()))
                .map(ConversationRepository::read)
                .forEach(conversation -> found.put(conversation.article(), conversation));
        return found;
    }

    Conversation countLikes(ArticleId article, long change) {
        return increments.add(new Counter(article, LIKES), change);
    }

    Conversation countComments(ArticleId article, long change) {
        return increments.add(new Counter(article, COMMENTS), change);
    }

    Conversation close(ArticleId article, boolean closed) {
        return change(article, Updates.set(CLOSED, closed));
    }

    Conversation reviewFirst(ArticleId article, boolean reviewedFirst) {
        return change(article, Updates.set(REVIEWED_FIRST, reviewedFirst));
    }

    /** Stamps it, as something else than a number has changed. */
    void touch(ArticleId article) {
        countComments(article, 0);
    }

    /** Corrects the numbers, unless they have changed meanwhile; returns whether they were wrong. */
    boolean correct(Conversation before, long likes, long comments) {
        if (before.likes() == likes && before.comments() == comments) {
            return false;
        }
        if (before.version() == 0) {
            change(before.article(), Updates.combine(Updates.inc(LIKES, likes), Updates.inc(COMMENTS, comments)));
            return true;
        }
        boolean corrected = conversations()
                        .updateOne(
                                and(byArticle(before.article()), eq(ChangeStamp.VERSION, before.version())),
                                Updates.combine(
                                        Updates.set(LIKES, likes),
                                        Updates.set(COMMENTS, comments),
                                        ChangeStamp.update()))
                        .getModifiedCount()
                > 0;
        changes.announce();
        return corrected;
    }

    private Conversation change(ArticleId article, Bson change) {
        Bson update = Updates.combine(change, ChangeStamp.update());
        @Nullable Document changed;
        try {
            changed = conversations().findOneAndUpdate(byArticle(article), update, KEPT);
        } catch (MongoCommandException refused) {
            if (ErrorCategory.fromErrorCode(refused.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // Somebody else made the document at the same moment.
            changed = conversations().findOneAndUpdate(byArticle(article), update, KEPT);
        }
        changes.announce();
        return read(Objects.requireNonNull(changed));
    }

    @Override
    public Change.Kind kind() {
        return Change.Kind.CONVERSATION;
    }

    @Override
    public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
        return conversations()
                .find(ChangeStamp.since(time, afterId == null ? null : new ObjectId(afterId)))
                .sort(ChangeStamp.ORDER)
                .limit(limit)
                .map(document -> Change.conversation(
                        document.getObjectId("_id").toHexString(),
                        number(document, ChangeStamp.VERSION),
                        document.getDate(ChangeStamp.CHANGED_AT).toInstant()))
                .into(new ArrayList<>());
    }

    private static Conversation read(Document document) {
        return new Conversation(
                new ArticleId(document.getObjectId("_id").toHexString()),
                number(document, LIKES),
                number(document, COMMENTS),
                document.getBoolean(CLOSED, false),
                document.getBoolean(REVIEWED_FIRST, false),
                number(document, ChangeStamp.VERSION));
    }

    private static long number(Document document, String field) {
        Number number = document.get(field, Number.class);
        return number == null ? 0 : number.longValue();
    }

    /** One of the numbers of a conversation. */
    private record Counter(ArticleId article, String field) {}

    private static Bson byArticle(ArticleId article) {
        return eq("_id", new ObjectId(article.value()));
    }

    private MongoCollection<Document> conversations() {
        return store.collection(collectionName());
    }
}
