package org.ardina.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ardina.comment.Appeal;
import org.ardina.comment.Comment;
import org.ardina.comment.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A comment as the API shows it. What is absent is left out: author and text of one that is not visible, and to others than
 * its author and administrators what was found and decided about it.
 *
 * @param thread the comment that began the thread
 * @param replies of the first comment of a thread, how many are below it
 * @param decision what somebody decided, with the reason for the author
 */
public record CommentView(
        String id,
        String article,
        String thread,
        @Nullable String parent,
        int depth,
        @Nullable AuthorView author,
        @Nullable String body,
        Instant createdAt,
        @Nullable Instant editedAt,
        String state,
        long likes,
        long replies,
        @Nullable List<String> findings,
        @Nullable DecisionView decision,
        @Nullable AppealView appeal) {

    /** Who wrote it. */
    public record AuthorView(String displayName, boolean staff) {}

    /** What was decided about it. */
    public record DecisionView(
            String decision,
            @Nullable String reason,
            @Nullable String note,
            Instant decidedAt) {

        static @Nullable DecisionView of(@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            decision.choice().name(),
                            decision.reason() == null ? null : decision.reason().code(),
                            decision.note(),
                            decision.at());
        }
    }

    /** The author's wish for another look. */
    public record AppealView(
            String text, Instant createdAt, @Nullable String outcome) {

        static @Nullable AppealView of(@Nullable Appeal appeal) {
            return appeal == null
                    ? null
                    : new AppealView(
                            appeal.text(),
                            appeal.at(),
                            appeal.outcome() == null ? null : appeal.outcome().name());
        }
    }

    /** As everybody sees it. */
    static CommentView of(Comment comment) {
        return view(comment, comment.isVisible(), false);
    }

    /** As its author and administrators see it. */
    static CommentView reviewed(Comment comment) {
        return view(comment, true, true);
    }

    private static CommentView view(Comment comment, boolean shown, boolean reviewed) {
        return new CommentView(
                comment.id().value(),
                comment.article().value(),
                comment.thread().value(),
                comment.parent() == null ? null : comment.parent().value(),
                comment.place().depth(),
                shown ? new AuthorView(comment.author().name(), comment.author().staff()) : null,
                shown ? comment.body() : null,
                comment.writtenAt(),
                comment.editedAt(),
                comment.state().told().name(),
                comment.likes(),
                comment.replies(),
                reviewed
                        ? comment.review().findings().stream()
                                .map(finding -> finding.toLowerCase(Locale.ROOT))
                                .toList()
                        : null,
                reviewed ? DecisionView.of(comment.review().decision()) : null,
                reviewed ? AppealView.of(comment.review().appeal()) : null);
    }
}
