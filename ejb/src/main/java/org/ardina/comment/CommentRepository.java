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

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
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
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Comments in MongoDB. A change of a state names the one that it expects. */
@ApplicationScoped
class CommentRepository implements IndexedCollection {

    private static final Bson BY_TIME = ascending(CommentDocuments.WRITTEN_AT, CommentDocuments.ID);
    private static final Bson NEWEST_FIRST = descending(CommentDocuments.WRITTEN_AT, CommentDocuments.ID);
    private static final Bson MOST_LIKED_FIRST =
            descending(CommentDocuments.LIKES, CommentDocuments.WRITTEN_AT, CommentDocuments.ID);

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    @Inject
    private MongoStore store;

    @Override
    public String collectionName() {
        return "comments";
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
        return Optional.ofNullable(comments().find(byId(id)).limit(1).first()).map(CommentDocuments::read);
    }

    /** Those of these that there are. */
    List<Comment> find(Collection<CommentId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
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
            comments().insertOne(CommentDocuments.write(comment, number));
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
            comments().insertMany(documents, new InsertManyOptions().ordered(false));
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
        return list(
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
        return list(
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
        return list(
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
        return comments()
                .countDocuments(and(
                        eq(CommentDocuments.THREAD, CommentDocuments.id(thread)),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.PATH, ""),
                        lt(CommentDocuments.PATH, place.path())));
    }

    /** Whether a listed comment answers this one; all that do come after it in its thread. */
    boolean isAnswered(Comment comment) {
        return comments()
                        .find(and(
                                eq(CommentDocuments.THREAD, CommentDocuments.id(comment.thread())),
                                eq(CommentDocuments.LISTED, true),
                                gt(CommentDocuments.PATH, comment.place().path()),
                                eq(CommentDocuments.PARENT, CommentDocuments.id(comment.id()))))
                        .limit(1)
                        .first()
                != null;
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
        return list(and(conditions), NEWEST_FIRST, 0, limit);
    }

    /** Somebody's last comments, newest first, as far as the next one is judged by them. */
    List<EarlierComment> recent(String account, int limit) {
        return comments()
                .find(eq(CommentDocuments.ACCOUNT, account))
                .projection(include(CommentDocuments.BODY, CommentDocuments.STATE, CommentDocuments.WRITTEN_AT))
                .sort(NEWEST_FIRST)
                .limit(limit)
                .map(CommentDocuments::readEarlier)
                .into(new ArrayList<>());
    }

    /** What waits, longest first. */
    List<Comment> waiting(WaitingList list, int skip, int limit) {
        return list(
                eq(CommentDocuments.WAITS, list.name()),
                ascending(CommentDocuments.WAITS_SINCE, CommentDocuments.ID),
                skip,
                limit);
    }

    long countVisible(ArticleId article) {
        return comments()
                .countDocuments(and(
                        eq(CommentDocuments.ARTICLE, new ObjectId(article.value())),
                        eq(CommentDocuments.STATE, CommentState.VISIBLE.name())));
    }

    /** How many comments of an account are visible, up to so many. */
    long countVisible(String account, int most) {
        return comments()
                .countDocuments(
                        and(
                                eq(CommentDocuments.ACCOUNT, account),
                                eq(CommentDocuments.STATE, CommentState.VISIBLE.name())),
                        new CountOptions().limit(most));
    }

    /** How many visible ones a thread has, without the first. */
    long countReplies(CommentId thread) {
        return comments()
                .countDocuments(and(
                        eq(CommentDocuments.THREAD, CommentDocuments.id(thread)),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.PATH, ""),
                        eq(CommentDocuments.STATE, CommentState.VISIBLE.name())));
    }

    /** Those changed in this time, oldest first. */
    List<Comment> changedBetween(Instant from, Instant until, int limit) {
        return list(
                and(gte(ChangeStamp.CHANGED_AT, Date.from(from)), lt(ChangeStamp.CHANGED_AT, Date.from(until))),
                ChangeStamp.ORDER,
                0,
                limit);
    }

    /** A comment and when it has changed. */
    record Changed(Comment comment, Instant changedAt) {}

    /** Those changed since, oldest first, then by id; see {@link ChangeStamp#since}. */
    List<Changed> changedSince(Instant time, @Nullable CommentId after, Instant until, int limit) {
        return comments()
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
        return move(
                comment,
                to,
                Updates.set(CommentDocuments.BODY, body),
                Updates.set(CommentDocuments.EDITED_AT, Date.from(now)),
                Updates.set(CommentDocuments.FINDINGS, findings),
                waits(Review.waiting(to, findings), now));
    }

    Optional<Comment> withdraw(Comment comment, Instant now) {
        return move(
                comment,
                CommentState.WITHDRAWN,
                Updates.set(CommentDocuments.BODY, ""),
                Updates.set(CommentDocuments.REPORTS, 0L),
                waits(Set.of(), now));
    }

    /** Takes a reported comment from the pages until somebody has looked at it. */
    Optional<Comment> hold(Comment comment, Instant now) {
        return move(comment, CommentState.PENDING, waits(Set.of(WaitingList.PENDING, WaitingList.REPORTED), now));
    }

    Optional<Comment> decide(
            Comment comment, Decision decision, CommentState to, Appeal.@Nullable Outcome appeal, Instant now) {
        @Nullable Document before = comments().find(byId(comment.id())).limit(1).first();
        if (before == null) {
            return Optional.empty();
        }
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(CommentDocuments.UNDO, CommentDocuments.undo(before, appeal != null)));
        updates.add(Updates.unset(CommentDocuments.CLAIM));
        updates.add(Updates.set(CommentDocuments.DECISION, CommentDocuments.write(decision)));
        updates.add(Updates.set(CommentDocuments.REPORTS, 0L));
        updates.add(waits(Set.of(), now));
        if (appeal != null) {
            updates.add(Updates.set(CommentDocuments.APPEAL_OUTCOME, appeal.name()));
        }
        return move(comment, to, updates.toArray(Bson[]::new));
    }

    /**
     * Takes a decision back, where nothing has happened since.
     *
     * @param by who decided
     * @param since a decision before that stays
     */
    Optional<Undone> undo(CommentId id, String by, Instant since) {
        @Nullable Document document = comments().find(byId(id)).limit(1).first();
        @Nullable Document undo = document == null ? null : document.get(CommentDocuments.UNDO, Document.class);
        if (document == null || undo == null) {
            return Optional.empty();
        }
        Comment before = CommentDocuments.read(document);
        Decision decision = before.review().decision();
        Appeal appeal = before.review().appeal();
        if (decision == null
                || !decision.by().equals(by)
                || decision.at().isBefore(since)
                || (appeal != null && appeal.at().isAfter(decision.at()))) {
            return Optional.empty();
        }
        CommentState to = CommentState.valueOf(undo.getString(CommentDocuments.STATE));
        List<Bson> updates = new ArrayList<>();
        for (String field : List.of(CommentDocuments.REPORTS, CommentDocuments.WAITS, CommentDocuments.WAITS_SINCE)) {
            updates.add(Updates.set(field, undo.get(field)));
        }
        @Nullable Object earlier = undo.get(CommentDocuments.DECISION);
        updates.add(
                earlier == null
                        ? Updates.unset(CommentDocuments.DECISION)
                        : Updates.set(CommentDocuments.DECISION, earlier));
        if (undo.getBoolean("ofAppeal", false)) {
            updates.add(Updates.unset(CommentDocuments.APPEAL_OUTCOME));
        }
        updates.add(Updates.unset(CommentDocuments.UNDO));
        return move(before, to, updates.toArray(Bson[]::new)).map(after -> new Undone(before, after, decision));
    }

    /** A comment about which a decision was taken back. */
    record Undone(Comment before, Comment after, Decision decision) {}

    /** A comment that waits, and who is about to decide about it. */
    record Waiting(Comment comment, @Nullable Claim claim) {}

    /** What waits, longest first, with who is about to decide. */
    List<Waiting> waitingWithClaims(WaitingList list, int limit) {
        return comments()
                .find(eq(CommentDocuments.WAITS, list.name()))
                .sort(ascending(CommentDocuments.WAITS_SINCE, CommentDocuments.ID))
                .limit(limit)
                .map(document -> new Waiting(CommentDocuments.read(document), CommentDocuments.readClaim(document)))
                .into(new ArrayList<>());
    }

    /** Who is about to decide about a comment. */
    @Nullable Claim claim(CommentId id) {
        @Nullable Document document = comments().find(byId(id)).limit(1).first();
        return document == null ? null : CommentDocuments.readClaim(document);
    }

    /** Claims a comment, unless somebody else was quicker than whoever found this claim. */
    boolean claim(CommentId id, @Nullable Claim before, Claim claim) {
        return comments()
                        .updateOne(
                                and(
                                        byId(id),
                                        eq(
                                                CommentDocuments.CLAIMED_UNTIL,
                                                before == null ? null : Date.from(before.until()))),
                                Updates.set(CommentDocuments.CLAIM, CommentDocuments.write(claim)))
                        .getMatchedCount()
                > 0;
    }

    /** How many wait, up to so many. */
    long countWaiting(WaitingList list, int most) {
        return comments().countDocuments(eq(CommentDocuments.WAITS, list.name()), new CountOptions().limit(most));
    }

    /** What people decided about last, newest first. */
    List<Comment> decided(Instant since, int limit) {
        return list(
                gte(CommentDocuments.DECIDED_AT, Date.from(since)), descending(CommentDocuments.DECIDED_AT), 0, limit);
    }

    /** How many appeals ended so since then. */
    long countAppeals(Appeal.Outcome outcome, Instant since) {
        return comments()
                .countDocuments(and(
                        eq(CommentDocuments.APPEAL_OUTCOME, outcome.name()),
                        gte(CommentDocuments.DECIDED_AT, Date.from(since))));
    }

    /** Notes an appeal, where there was none. */
    Optional<Comment> appeal(CommentId id, String account, Appeal appeal) {
        return update(
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
        Optional<Comment> again = update(
                and(visible, eq(CommentDocuments.WAITS, WaitingList.REPORTED.name())),
                Updates.inc(CommentDocuments.REPORTS, 1L));
        return again.isPresent()
                ? again
                : update(
                        visible,
                        Updates.inc(CommentDocuments.REPORTS, 1L),
                        Updates.addToSet(CommentDocuments.WAITS, WaitingList.REPORTED.name()),
                        Updates.set(CommentDocuments.WAITS_SINCE, Date.from(now)));
    }

    Optional<Comment> countLikes(CommentId id, long change) {
        return update(byId(id), Updates.inc(CommentDocuments.LIKES, change));
    }

    void countReplies(CommentId thread, long change) {
        comments()
                .updateOne(
                        byId(thread),
                        Updates.combine(Updates.inc(CommentDocuments.REPLIES, change), ChangeStamp.update()));
    }

    /** Corrects the number of likes, unless it has changed meanwhile; returns whether it was wrong. */
    boolean correctLikes(CommentId id, long before, long likes) {
        return correct(id, CommentDocuments.LIKES, before, likes);
    }

    /** Corrects the number of replies, unless it has changed meanwhile; returns whether it was wrong. */
    boolean correctReplies(CommentId thread, long before, long replies) {
        return correct(thread, CommentDocuments.REPLIES, before, replies);
    }

    private boolean correct(CommentId id, String field, long before, long number) {
        return before != number
                && comments()
                                .updateOne(and(byId(id), eq(field, before)), Updates.set(field, number))
                                .getModifiedCount()
                        > 0;
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
        comments().updateMany(eq(CommentDocuments.ACCOUNT, account), Updates.combine(change, ChangeStamp.update()));
    }

    /** Moves a comment from the state in which it was found to another, unless somebody else changed it meanwhile. */
    private Optional<Comment> move(Comment comment, CommentState to, Bson... updates) {
        Decision decision = comment.review().decision();
        List<Bson> all = new ArrayList<>(List.of(updates));
        all.add(Updates.set(CommentDocuments.STATE, to.name()));
        all.add(Updates.set(
                CommentDocuments.LISTED, to == CommentState.VISIBLE || (comment.listed() && isAnswered(comment))));
        return update(
                and(
                        byId(comment.id()),
                        eq(CommentDocuments.STATE, comment.state().name()),
                        eq(CommentDocuments.BODY, comment.body()),
                        eq(CommentDocuments.DECIDED_AT, decision == null ? null : Date.from(decision.at()))),
                all.toArray(Bson[]::new));
    }

    private Optional<Comment> update(Bson condition, Bson... updates) {
        List<Bson> all = new ArrayList<>(List.of(updates));
        all.add(ChangeStamp.update());
        return Optional.ofNullable(comments().findOneAndUpdate(condition, Updates.combine(all), CHANGED))
                .map(CommentDocuments::read);
    }

    private static Bson waits(Set<WaitingList> waits, Instant now) {
        return Updates.combine(
                Updates.set(CommentDocuments.WAITS, CommentDocuments.names(waits)),
                Updates.set(CommentDocuments.WAITS_SINCE, Date.from(now)));
    }

    private List<Comment> list(Bson condition, Bson order, int skip, int limit) {
        return comments()
                .find(condition)
                .sort(order)
                .skip(skip)
                .limit(limit)
                .map(CommentDocuments::read)
                .into(new ArrayList<>());
    }

    private static Bson byId(CommentId id) {
        return eq(CommentDocuments.ID, CommentDocuments.id(id));
    }

    private MongoCollection<Document> comments() {
        return store.collection(collectionName());
    }
}
