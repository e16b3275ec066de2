package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static org.ardina.comment.CommentCollectionRepository.byId;
import static org.ardina.comment.CommentCollectionRepository.waits;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The comments of {@link CommentRepository} as the desk works on them: what waits, who has it, what was decided. */
@ApplicationScoped
class ReviewRepository {

    @Inject
    private CommentCollectionRepository collection;

    /** A comment that waits, and who is about to decide about it. */
    record Waiting(Comment comment, @Nullable Claim claim) {}

    /** What waits, longest first. */
    List<Comment> waiting(WaitingList list, int skip, int limit) {
        return collection.list(
                eq(CommentDocuments.WAITS, list.name()),
                ascending(CommentDocuments.WAITS_SINCE, CommentDocuments.ID),
                skip,
                limit);
    }

    /** What waits, longest first, with who is about to decide. */
    List<Waiting> waitingWithClaims(WaitingList list, int limit) {
        return collection
                .comments()
                .find(eq(CommentDocuments.WAITS, list.name()))
                .sort(ascending(CommentDocuments.WAITS_SINCE, CommentDocuments.ID))
                .limit(limit)
                .map(document -> new Waiting(CommentDocuments.read(document), CommentDocuments.readClaim(document)))
                .into(new ArrayList<>());
    }

    /** How many wait, up to so many. */
    long countWaiting(WaitingList list, int most) {
        return collection
                .comments()
                .countDocuments(eq(CommentDocuments.WAITS, list.name()), new CountOptions().limit(most));
    }

    /** Who is about to decide about a comment. */
    @Nullable Claim claim(CommentId id) {
        @Nullable Document document = collection.comments().find(byId(id)).limit(1).first();
        return document == null ? null : CommentDocuments.readClaim(document);
    }

    /** Claims a comment, unless somebody else was quicker than whoever found this claim. */
    boolean claim(CommentId id, @Nullable Claim before, Claim claim) {
        return collection
                        .comments()
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

    /** Takes a reported comment from the pages until somebody has looked at it. */
    Optional<Comment> hold(Comment comment, Instant now) {
        return collection.move(
                comment, CommentState.PENDING, waits(Set.of(WaitingList.PENDING, WaitingList.REPORTED), now));
    }

    Optional<Comment> decide(
            Comment comment, Decision decision, CommentState to, Appeal.@Nullable Outcome appeal, Instant now) {
        @Nullable Document before =
                collection.comments().find(byId(comment.id())).limit(1).first();
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
        return collection.move(comment, to, updates.toArray(Bson[]::new));
    }

    /**
     * Takes a decision back, where nothing has happened since.
     *
     * @param by who decided
     * @param since a decision before that stays
     */
    Optional<Undone> undo(CommentId id, String by, Instant since) {
        @Nullable Document document = collection.comments().find(byId(id)).limit(1).first();
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
        return collection
                .move(before, to, updates.toArray(Bson[]::new))
                .map(after -> new Undone(before, after, decision));
    }

    /** A comment about which a decision was taken back. */
    record Undone(Comment before, Comment after, Decision decision) {}

    /** What people decided about last, newest first. */
    List<Comment> decided(Instant since, int limit) {
        return collection.list(
                gte(CommentDocuments.DECIDED_AT, Date.from(since)), descending(CommentDocuments.DECIDED_AT), 0, limit);
    }

    /** How many appeals ended so since then. */
    long countAppeals(Appeal.Outcome outcome, Instant since) {
        return collection
                .comments()
                .countDocuments(and(
                        eq(CommentDocuments.APPEAL_OUTCOME, outcome.name()),
                        gte(CommentDocuments.DECIDED_AT, Date.from(since))));
    }
}
