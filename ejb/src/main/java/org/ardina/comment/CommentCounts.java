package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Keeps the numbers of conversations and threads in step with their comments, and has pages follow. */
@ApplicationScoped
class CommentCounts {

    @Inject
    private ConversationRepository conversations;

    @Inject
    private CommentCounterRepository counters;

    @Inject
    private Participations participations;

    void added(Comment comment) {
        forget(comment);
        if (comment.isVisible()) {
            count(comment, 1);
        }
    }

    void changed(Comment before, Comment after) {
        forget(after);
        int change = (after.isVisible() ? 1 : 0) - (before.isVisible() ? 1 : 0);
        if (change != 0) {
            count(after, change);
        } else if (before.listed() || after.listed()) {
            conversations.touch(after.article());
        }
    }

    private void forget(Comment comment) {
        @Nullable String account = comment.author().account();
        if (account != null) {
            participations.forget(comment.article(), account);
        }
    }

    private void count(Comment comment, int change) {
        if (comment.place().depth() > 0) {
            counters.countReplies(comment.thread(), change);
        }
        conversations.countComments(comment.article(), change);
    }
}
