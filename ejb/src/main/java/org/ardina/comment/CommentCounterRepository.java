package org.ardina.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static org.ardina.comment.CommentCollectionRepository.byId;

import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.ardina.article.ArticleId;
import org.ardina.store.ChangeStamp;
import org.bson.types.ObjectId;

/** The numbers of likes and replies that stand in comments, and what a recount compares them with. */
@ApplicationScoped
class CommentCounterRepository {

    @Inject
    private CommentCollectionRepository collection;

    Optional<Comment> countLikes(CommentId id, long change) {
        return collection.update(byId(id), Updates.inc(CommentDocuments.LIKES, change));
    }

    void countReplies(CommentId thread, long change) {
        collection
                .comments()
                .updateOne(
                        byId(thread),
                        Updates.combine(Updates.inc(CommentDocuments.REPLIES, change), ChangeStamp.update()));
    }

    /** How many visible ones a thread has, without the first. */
    long countReplies(CommentId thread) {
        return collection
                .comments()
                .countDocuments(and(
                        eq(CommentDocuments.THREAD, CommentDocuments.id(thread)),
                        eq(CommentDocuments.LISTED, true),
                        gt(CommentDocuments.PATH, ""),
                        eq(CommentDocuments.STATE, CommentState.VISIBLE.name())));
    }

    long countVisible(ArticleId article) {
        return collection
                .comments()
                .countDocuments(and(
                        eq(CommentDocuments.ARTICLE, new ObjectId(article.value())),
                        eq(CommentDocuments.STATE, CommentState.VISIBLE.name())));
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
                && collection
                                .comments()
                                .updateOne(and(byId(id), eq(field, before)), Updates.set(field, number))
                                .getModifiedCount()
                        > 0;
    }
}
