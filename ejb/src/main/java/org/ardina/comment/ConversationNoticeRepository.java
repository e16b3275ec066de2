package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ardina.store.IndexedCollection;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of which comments, in MongoDB: one document for each of both, so that nobody is told of anything twice.
 * It is open, then taken for a letter, then posted.
 */
@ApplicationScoped
class ConversationNoticeRepository implements IndexedCollection {

    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String COMMENT = "comment";
    private static final String KIND = "kind";
    private static final String AT = "at";
    private static final String STATE = "state";
    private static final String LETTER = "letter";
    private static final String OPEN = "OPEN";
    private static final String TAKEN = "TAKEN";
    private static final String POSTED = "POSTED";

    /** Not of an account: how far comments were looked through. */
    private static final String POSITION = "position";

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "conversationNotices";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending(STATE, ACCOUNT)),
                new IndexModel(Indexes.ascending(ACCOUNT, STATE)),
                new IndexModel(Indexes.ascending(LETTER)),
                new IndexModel(Indexes.ascending(AT)));
    }

    /** How far comments were looked through. */
    record Position(Instant time, @Nullable CommentId after) {}

    Optional<Position> position() {
        @Nullable Document document = notices().find(eq(ID, POSITION)).limit(1).first();
        return Optional.ofNullable(document).map(found -> {
            String after = found.getString(COMMENT);
            return new Position(found.getDate("time").toInstant(), after == null ? null : new CommentId(after));
        });
    }

    void setPosition(Position position) {
        notices()
                .updateOne(
                        eq(ID, POSITION),
                        Updates.combine(
                                Updates.set("time", Date.from(position.time())),
                                Updates.set(
                                        COMMENT,
                                        position.after() == null
                                                ? null
                                                : position.after().value())),
                        new UpdateOptions().upsert(true));
    }

    /** Adds those that are not there yet. */
    void insertMissing(Collection<ConversationNotice> found, Instant now) {
        if (found.isEmpty()) {
            return;
        }
        try {
            notices()
                    .insertMany(
                            found.stream().map(notice -> write(notice, now)).toList(),
                            new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException partial) {
            if (partial.getWriteConcernError() != null
                    || partial.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw partial;
            }
        }
    }

    /** Accounts that are to be told something, those of whom a letter was begun too. */
    Set<String> waiting(int limit) {
        Set<String> accounts = new LinkedHashSet<>();
        notices()
                .find(in(STATE, OPEN, TAKEN))
                .limit(limit)
                .forEach(document -> accounts.add(document.getString(ACCOUNT)));
        return accounts;
    }

    /** Takes all that an account is to be told for a letter. */
    void take(String account, String letter) {
        notices()
                .updateMany(
                        and(eq(ACCOUNT, account), in(STATE, OPEN, TAKEN)),
                        Updates.combine(Updates.set(STATE, TAKEN), Updates.set(LETTER, letter)));
    }

    void posted(String letter) {
        notices().updateMany(eq(LETTER, letter), Updates.set(STATE, POSTED));
    }

    /** What is told in a letter. */
    List<ConversationNotice> of(String letter, int limit) {
        return notices()
                .find(eq(LETTER, letter))
                .limit(limit)
                .map(document -> new ConversationNotice(
                        document.getString(ACCOUNT),
                        new CommentId(document.getString(COMMENT)),
                        ConversationNotice.Kind.valueOf(document.getString(KIND))))
                .into(new ArrayList<>());
    }

    void deleteOlder(Instant time) {
        notices().deleteMany(lt(AT, Date.from(time)));
    }

    void forget(String account) {
        notices().deleteMany(eq(ACCOUNT, account));
    }

    private static Document write(ConversationNotice notice, Instant now) {
        return new Document(ID, notice.comment() + ":" + notice.account())
                .append(ACCOUNT, notice.account())
                .append(COMMENT, notice.comment().value())
                .append(KIND, notice.kind().name())
                .append(AT, Date.from(now))
                .append(STATE, OPEN);
    }

    private MongoCollection<Document> notices() {
        return store.collection(collectionName());
    }
}
