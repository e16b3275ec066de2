package org.ardina.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.problem.NotFoundException;

/** Liking articles and comments, and no longer: each reader once, however often they say so. */
@Stateless
@RolesAllowed(Role.READER)
@TransactionManagement(TransactionManagementType.BEAN)
public class Likes {

    @Inject
    private LikeRepository likes;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private CommentRepository comments;

    @Inject
    private CommentCounterRepository counters;

    @Inject
    private Participations participations;

    @Inject
    private Articles articles;

    @Inject
    private Caller caller;

    /** Has the caller like an article, or no longer. */
    public LikeState article(Slug slug, boolean liked) {
        ArticleId article = articles.find(slug)
                .orElseThrow(() -> new NotFoundException("article"))
                .id();
        int change = set(LikeTarget.of(article), liked);
        participations.forget(article, caller.requireAccountId());
        Conversation conversation =
                change == 0 ? conversations.find(article) : conversations.countLikes(article, change);
        return new LikeState(conversation.likes(), liked);
    }

    /** Has the caller like a comment, or no longer. */
    public LikeState comment(CommentId id, boolean liked) {
        Comment comment = visible(id);
        int change = set(LikeTarget.of(id), liked);
        if (change == 0) {
            return new LikeState(comment.likes(), liked);
        }
        long number = counters.countLikes(id, change).map(Comment::likes).orElse(0L);
        conversations.touch(comment.article());
        return new LikeState(number, liked);
    }

    /** Has the caller like a comment that they did not like, or no longer. */
    public LikeState toggle(CommentId id) {
        return comment(id, !likes.likes(LikeTarget.of(id), caller.requireAccountId()));
    }

    private int set(LikeTarget target, boolean liked) {
        String account = caller.requireAccountId();
        Instant now = Instant.now();
        if (liked) {
            return likes.like(target, account, now) ? 1 : 0;
        }
        return likes.unlike(target, account, now) ? -1 : 0;
    }

    private Comment visible(CommentId id) {
        return comments.find(id).filter(Comment::isVisible).orElseThrow(() -> new NotFoundException("comment"));
    }
}
