package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ardina.store.ChangeStamp;
import org.ardina.store.MongoStore;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collection of comments, and how all repositories of comments find and change what is in it. A change of a state names
 * the one that it expects.
 */
@ApplicationScoped
class CommentCollectionRepository {

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    @Inject
    private MongoStore store;

    MongoCollection<Document> comments() {
        return store.collection(CommentDocuments.COLLECTION);
    }

    List<Comment> list(Bson condition, Bson order, int skip, int limit) {
        return comments()
                .find(condition)
                .sort(order)
                .skip(skip)
                .limit(limit)
                .map(CommentDocuments::read)
                .into(new ArrayList<>());
    }

    Optional<Comment> update(Bson condition, Bson... updates) {
        List<Bson> all = new ArrayList<>(List.of(updates));
        all.add(ChangeStamp.update());
        return Optional.ofNullable(comments().findOneAndUpdate(condition, Updates.combine(all), CHANGED))
                .map(CommentDocuments::read);
    }

    /** Moves a comment from the state in which it was found to another, unless somebody else changed it meanwhile. */
    Optional<Comment> move(Comment comment, CommentState to, Bson... updates) {
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

    /** Whether a listed comment answers this one. */
    private boolean isAnswered(Comment comment) {
        return comments()
                        .find(and(
                                eq(CommentDocuments.THREAD, CommentDocuments.id(comment.thread())),
                                eq(CommentDocuments.LISTED, true),
                                gt(CommentDocuments.PATH, comment.place().beforeAnswers()),
                                eq(CommentDocuments.PARENT, CommentDocuments.id(comment.id()))))
                        .limit(1)
                        .first()
                != null;
    }

    static Bson byId(CommentId id) {
        return eq(CommentDocuments.ID, CommentDocuments.id(id));
    }

    static Bson waits(Set<WaitingList> waits, Instant now) {
        return Updates.combine(
                Updates.set(CommentDocuments.WAITS, CommentDocuments.names(waits)),
                Updates.set(CommentDocuments.WAITS_SINCE, Date.from(now)));
    }
}
