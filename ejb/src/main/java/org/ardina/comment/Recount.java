package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.ardina.article.ArticleId;

/**
 * Counts likes and comments anew where a replica may have died between a write and the count of it. What changed just now
 * is left alone: its count may be on the way.
 */
@ApplicationScoped
class Recount {

    /** Longer than any write takes, and clocks differ. */
    static final Duration QUIET = Duration.ofSeconds(30);

    private static final int MOST = 10_000;
    private static final Logger LOG = Logger.getLogger(Recount.class.getName());

    @Inject
    private CommentRepository comments;

    @Inject
    private CommentCounterRepository counters;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private LikeRepository likes;

    /** Counts what has changed in this time and not since. */
    void quiet(Instant from, Instant until) {
        Instant now = Instant.now();
        Set<LikeTarget> liked = likes.targetsBetween(from, until, MOST);
        Set<LikeTarget> moving = likes.targetsBetween(until, now.plus(QUIET), MOST);
        Set<ArticleId> movingArticles = new HashSet<>();
        Set<CommentId> movingThreads = new HashSet<>();
        comments.changedBetween(until, now.plus(QUIET), MOST).forEach(comment -> {
            movingArticles.add(comment.article());
            movingThreads.add(comment.thread());
        });
        moving.forEach(target -> target.article().ifPresent(movingArticles::add));
        Set<ArticleId> articles = new HashSet<>();
        Set<CommentId> threads = new HashSet<>();
        comments.changedBetween(from, until, MOST).forEach(comment -> {
            articles.add(comment.article());
            if (comment.place().depth() > 0) {
                threads.add(comment.thread());
            }
        });
        liked.stream().filter(target -> !moving.contains(target)).forEach(target -> {
            target.article().ifPresent(articles::add);
            target.comment().ifPresent(this::likesOf);
        });
        threads.removeAll(movingThreads);
        threads.forEach(this::repliesOf);
        articles.removeAll(movingArticles);
        articles.forEach(this::conversation);
    }

    /** Counts the likes and comments of an article. */
    void conversation(ArticleId article) {
        Conversation before = conversations.find(article);
        if (conversations.correct(before, likes.count(LikeTarget.of(article)), counters.countVisible(article))
                && before.version() > 0) {
            LOG.info(() -> "The numbers of the conversation about " + article + " were corrected");
        }
    }

    private void likesOf(CommentId id) {
        Optional<Comment> before = comments.find(id);
        if (before.isPresent() && counters.correctLikes(id, before.get().likes(), likes.count(LikeTarget.of(id)))) {
            conversations.touch(before.get().article());
        }
    }

    private void repliesOf(CommentId thread) {
        Optional<Comment> before = comments.find(thread);
        if (before.isPresent()
                && counters.correctReplies(thread, before.get().replies(), counters.countReplies(thread))) {
            conversations.touch(before.get().article());
        }
    }
}
