package org.ardina.comment;

import java.time.Duration;
import java.time.Instant;
import org.ardina.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * A comment on an article, or the answer to one.
 *
 * @param thread the comment that began the thread, itself if it did
 * @param parent what it answers
 * @param place where it stands in its thread
 * @param body plain text; empty once withdrawn
 * @param language of its article, a BCP 47 tag
 * @param listed whether it has a place on pages: because it is visible, or because others answered it
 * @param replies of the first comment of a thread, how many visible ones are below it
 */
public record Comment(
        CommentId id,
        ArticleId article,
        CommentId thread,
        @Nullable CommentId parent,
        ThreadPlace place,
        Commenter author,
        String body,
        String language,
        Instant writtenAt,
        @Nullable Instant editedAt,
        CommentState state,
        boolean listed,
        long likes,
        long replies,
        long version,
        Review review) {

    /** For so long its author can change it. */
    public static final Duration EDITABLE = Duration.ofMinutes(5);

    public boolean isVisible() {
        return state == CommentState.VISIBLE;
    }

    /** Whether its author may change it at that time. */
    public boolean isEditable(Instant now) {
        return isWithdrawable() && review.decision() == null && now.isBefore(writtenAt.plus(EDITABLE));
    }

    /** Whether its author may take it back. */
    public boolean isWithdrawable() {
        return state.told() == CommentState.VISIBLE || state == CommentState.PENDING;
    }

    /** Whether its author may ask for another look. */
    public boolean isAppealable() {
        return state == CommentState.REJECTED && review.appeal() == null;
    }
}
