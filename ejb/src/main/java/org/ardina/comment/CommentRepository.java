package org.ardina.comment;

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
import static org.ardina.comment.CommentCollectionRepository.byId;
import static org.ardina.comment.CommentCollectionRepository.waits;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.store.ChangeStamp;
import org.ardina.store.IndexedCollection;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Comments in MongoDB, as readers see them and authors change them; the desk has {@link ReviewRepository}. */
@ApplicationScoped
class CommentRepository implements IndexedCollection {

    private static final Bson BY_TIME = ascending(CommentDocuments.WRITTEN_AT, CommentDocuments.ID);
    private static final Bson NEWEST_FIRST = descending(CommentDocuments.WRITTEN_AT, CommentDocuments.ID);
    private static final Bson MOST_LIKED_FIRST =
            descending(CommentDocuments.LIKES, CommentDocuments.WRITTEN_AT, CommentDocuments.ID);

    @Inject
    private CommentCollectionRepository collection;

    @Override
    public String collectionName() {
        return CommentDocuments.COLLECTION;
    }

    @Override
    public List<IndexModel> indexes() {
        Bson threadsOfArticle = ascending(CommentDocuments.ARTICLE, CommentDocuments.DEPTH, CommentDocuments.LISTED);
        // Few comments are decided about, and each entry has to be written when a comment is.
        IndexOptions decidedOnly = new IndexOptions().sparse(true);
        return List.of(
                new IndexModel(compoundIndex(threadsOfArticle, BY_TIME)),
                new IndexModel(compoundIndex(threadsOfArticle, MOST_LIKED_FIRST)),
                new IndexModel(ascending(CommentDocuments.ARTICLE, CommentDocuments.STATE)),
                new IndexModel(ascending(CommentDocuments.THREAD, CommentDocuments.LISTED, CommentDocuments.PATH)),
                new IndexModel(ascending(CommentDocuments.THREAD, CommentDocuments.LISTED, CommentDocuments.NUMBER)),
                new IndexModel(compoundIndex(ascending(CommentDocuments.ACCOUNT), BY_TIME)),
                new IndexModel(ascending(CommentDocuments.WAITS, CommentDocuments.WAITS_SINCE, CommentDocuments.ID)),
                new IndexModel(ascending(CommentDocuments.DECIDED_AT), decidedOnly),
                new IndexModel(ascending(CommentDocuments.APPEAL_OUTCOME, CommentDocuments.DECIDED_AT), decidedOnly),
                ChangeStamp.index());
    }

    CommentId nextId() {
        return CommentDocuments.id(new ObjectId());
    }

    Optional<Comment> find(CommentId id) {
        return Optional.ofNullable(collection.comments().find(byId(id)).limit(1).first())
                .map(CommentDocuments::read);
    }

    /** Those of these that there are. */
    List<Comment> find(Collection<CommentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : collection.list(
                        in(
                                CommentDocuments.ID,
                                ids.stream().map(CommentDocuments::id).toList()),
                        ascending(CommentDocuments.ID),
                        0,
                        ids.size());
    }

    /** What these answer, by its id. */
    Map<CommentId, Comment> findParents(List<Comment> replies) {
        List<CommentId> parents = replies.stream()
                .map(Comment::parent)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return find(parents).stream().collect(Collectors.toMap(Comment::id, Function.identity()));
    }

    /**
     * Adds a comment, unless one with its id is there.
     *
     * @param number see {@link CommentDocuments#write(Comment, long)}
     */
    boolean insert(Comment comment, long number) {
        try {
            collection.comments().insertOne(CommentDocuments.write(comment, number));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** Adds the comments that are not there yet; those that are stay as they are. */
    void insertMissing(List<Document> documents) {
        try {
            collection.comments().insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException partial) {
            if (partial.getWriteConcernError() != null
                    || partial.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() != ErrorCategory.DUPLICATE_KEY)) {
                throw partial;
            }
        }
    }

    /** The comments that begin an article's threads. */
    List<Comment> firsts(ArticleId article, CommentOrder order, int skip, int limit) {
        Bson sort = switch (order) {
            case NEWEST -> NEWEST_FIRST;
            case OLDEST -> BY_TIME;
            case TOP -> MOST_LIKED_FIRST;
        };
        return collection.list(
                and(
                        eq(CommentDocuments.ARTICLE, new ObjectId(article.value())),
                        eq(CommentDocuments.DEPTH, 0),
                        eq(CommentDocuments.LISTED, true)),
                sort,
                skip,
                limit);
    }

    /** The first replies in several threads, up to so many in each, or a few more where several came at once. */
    List<Comment> firstReplies(Collection<CommentId> threads, int each) {
        if (threads.isEmpty()) {
            return List.of();
        }
        return collection.list(
                and(
                        in(
                                CommentDocuments.THREAD,
                                threads.stream().map(CommentDocuments::id).toList()),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.NUMBER, 0L),
                        lte(CommentDocuments.NUMBER, (long) each)),
                ascending(CommentDocuments.THREAD, CommentDocuments.NUMBER),
                0,
                2 * each * threads.size());
    }

    /** What stands in a thread below a place, in the order of reading. */
    List<Comment> below(CommentId thread, ThreadPlace place, String after, int skip, int limit) {
        String from = after.compareTo(place.path()) > 0 ? after : place.path();
        return collection.list(
                and(
                        eq(CommentDocuments.THREAD, CommentDocuments.id(thread)),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.PATH, from),
                        lt(CommentDocuments.PATH, place.end())),
                ascending(CommentDocuments.PATH),
                skip,
                limit);
    }

    /** How many listed comments come before a place in its thread, without the first. */
    long countBefore(CommentId thread, ThreadPlace place) {
        return collection
                .comments()
                .countDocuments(and(
                        eq(CommentDocuments.THREAD, CommentDocuments.id(thread)),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.PATH, ""),
                        lt(CommentDocuments.PATH, place.path())));
    }

    /** Somebody's comments, newest first. */
    List<Comment> ofAccount(String account, @Nullable Instant since, @Nullable Instant before, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq(CommentDocuments.ACCOUNT, account));
        if (since != null) {
            conditions.add(gte(CommentDocuments.WRITTEN_AT, Date.from(since)));
        }
        if (before != null) {
            conditions.add(lt(CommentDocuments.WRITTEN_AT, Date.from(before)));
        }
        return collection.list(and(conditions), NEWEST_FIRST, 0, limit);
    }

    /** Somebody's last comments, newest first, as far as the next one is judged by them. */
    List<EarlierComment> recent(String account, int limit) {
        return collection
                .comments()
                .find(eq(CommentDocuments.ACCOUNT, account))
                .projection(include(CommentDocuments.BODY, CommentDocuments.STATE, CommentDocuments.WRITTEN_AT))
                .sort(NEWEST_FIRST)
                .limit(limit)
                .map(CommentDocuments::readEarlier)
                .into(new ArrayList<>());
    }

    /** How many comments of an account are visible, up to so many. */
    long countVisible(String account, int most) {
        return collection
                .comments()
                .countDocuments(
                        and(
                                eq(CommentDocuments.ACCOUNT, account),
                                eq(CommentDocuments.STATE, CommentState.VISIBLE.name())),
                        new CountOptions().limit(most));
    }

    /** Those changed in this time, oldest first. */
    List<Comment> changedBetween(Instant from, Instant until, int limit) {
        return collection.list(
                and(gte(ChangeStamp.CHANGED_AT, Date.from(from)), lt(ChangeStamp.CHANGED_AT, Date.from(until))),
                ChangeStamp.ORDER,
                0,
                limit);
    }

    /** A comment and when it has changed. */
    record Changed(Comment comment, Instant changedAt) {}

    /** Those changed since, oldest first, then by id; see {@link ChangeStamp#since}. */
    List<Changed> changedSince(Instant time, @Nullable CommentId after, Instant until, int limit) {
        return collection
                .comments()
                .find(and(
                        ChangeStamp.since(time, after == null ? null : CommentDocuments.id(after)),
                        lt(ChangeStamp.CHANGED_AT, Date.from(until))))
                .sort(ChangeStamp.ORDER)
                .limit(limit)
                .map(document -> new Changed(
                        CommentDocuments.read(document),
                        document.getDate(ChangeStamp.CHANGED_AT).toInstant()))
                .into(new ArrayList<>());
    }

    Optional<Comment> edit(Comment comment, String body, CommentState to, List<String> findings, Instant now) {
        return collection.move(
                comment,
                to,
                Updates.set(CommentDocuments.BODY, body),
                Updates.set(CommentDocuments.EDITED_AT, Date.from(now)),
                Updates.set(CommentDocuments.FINDINGS, findings),
                waits(Review.waiting(to, findings), now));
    }

    Optional<Comment> withdraw(Comment comment, Instant now) {
        return collection.move(
                comment,
                CommentState.WITHDRAWN,
                Updates.set(CommentDocuments.BODY, ""),
                Updates.set(CommentDocuments.REPORTS, 0L),
                waits(Set.of(), now));
    }

    /** Notes an appeal, where there was none. */
    Optional<Comment> appeal(CommentId id, String account, Appeal appeal) {
        return collection.update(
                and(
                        byId(id),
                        eq(CommentDocuments.ACCOUNT, account),
                        eq(CommentDocuments.STATE, CommentState.REJECTED.name()),
                        eq(CommentDocuments.APPEAL, null)),
                Updates.set(CommentDocuments.APPEAL, CommentDocuments.write(appeal)),
                waits(Set.of(WaitingList.APPEALED), appeal.at()));
    }

    /** Notes that one more reader reports a visible comment. */
    Optional<Comment> report(CommentId id, Instant now) {
        Bson visible = and(byId(id), eq(CommentDocuments.STATE, CommentState.VISIBLE.name()));
        Optional<Comment> again = collection.update(
                and(visible, eq(CommentDocuments.WAITS, WaitingList.REPORTED.name())),
                Updates.inc(CommentDocuments.REPORTS, 1L));
        return again.isPresent()
                ? again
                : collection.update(
                        visible,
                        Updates.inc(CommentDocuments.REPORTS, 1L),
                        Updates.addToSet(CommentDocuments.WAITS, WaitingList.REPORTED.name()),
                        Updates.set(CommentDocuments.WAITS_SINCE, Date.from(now)));
    }

    /** Gives the comments of an account another name. */
    void rename(String account, String name) {
        updateAll(account, Updates.set(CommentDocuments.AUTHOR + "." + CommentDocuments.NAME, name));
    }

    /** Leaves nothing in the comments of an account that leads to it. */
    void forget(String account) {
        updateAll(account, Updates.set(CommentDocuments.AUTHOR, new Document(CommentDocuments.NAME, "")));
    }

    private void updateAll(String account, Bson change) {
        collection
                .comments()
                .updateMany(eq(CommentDocuments.ACCOUNT, account), Updates.combine(change, ChangeStamp.update()));
    }
}
