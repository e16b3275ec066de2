package org.ardina.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.audit.AuditTrail;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What administrators do with comments: look at those that wait, decide, end a conversation. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ModerationDesk {

    private static final int MOST_NOTE = 1000;
    private static final int MOST_SKIPPED = 10_000;
    private static final int MOST_REPORTS = 50;
    private static final Pattern OFFSET = Pattern.compile("w([0-9]{1,5})");

    @Inject
    private CommentRepository comments;

    @Inject
    private ReportRepository reports;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private CommentCounts counts;

    @Inject
    private Articles articles;

    @Inject
    private AuditTrail audit;

    @Inject
    private Caller caller;

    /** What waits for that reason, longest first. */
    public Page<Comment> waiting(WaitingList list, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException("invalid-limit", "limit is from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        int skip = skip(cursor);
        List<Comment> found = comments.waiting(list, skip, limit + 1);
        int next = skip + limit;
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), next <= MOST_SKIPPED ? "w" + next : null);
    }

    /** A comment in whatever state. */
    public Comment find(CommentId id) {
        return comments.find(id).orElseThrow(() -> new NotFoundException("comment"));
    }

    /** What readers have reported of it that nobody has decided about. */
    public List<Report> reports(CommentId id) {
        return reports.open(id, MOST_REPORTS);
    }

    /**
     * Decides about a comment. An appeal is decided by another administrator than the one who rejected the comment.
     *
     * @param reason of a rejection
     * @throws ConflictException if its state does not allow the decision, or changes at that moment
     * @throws ForbiddenException if the caller decided before what is appealed
     */
    public Comment decide(
            CommentId id, Decision.Choice choice, @Nullable ModerationReason reason, @Nullable String note) {
        if (choice == Decision.Choice.REJECT && reason == null) {
            throw new InvalidInputException("reason-missing", "Give a reason, which the author is shown.");
        }
        @Nullable String told = note == null || note.isBlank() ? null : note.strip();
        if (told != null && told.length() > MOST_NOTE) {
            throw new InvalidInputException("note-length", "A note has at most " + MOST_NOTE + " characters.");
        }
        Comment before = find(id);
        String administrator = caller.requireAccountId();
        CommentState to = choice == Decision.Choice.APPROVE ? CommentState.VISIBLE : CommentState.REJECTED;
        requirePossible(before, to, administrator);
        Instant now = Instant.now();
        Appeal.@Nullable Outcome appeal = !before.review().isAppealOpen()
                ? null
                : to == CommentState.VISIBLE ? Appeal.Outcome.OVERTURNED : Appeal.Outcome.UPHELD;
        Comment after = comments.decide(before, new Decision(administrator, now, choice, reason, told), to, appeal, now)
                .orElseThrow(() -> new ConflictException(
                        "comment-changed", "Somebody else changed this comment just now. Look at it again."));
        reports.close(id, to == CommentState.VISIBLE ? Report.Outcome.DISMISSED : Report.Outcome.UPHELD);
        counts.changed(before, after);
        note(before, after, appeal);
        return after;
    }

    /** Ends the conversation about an article, or opens it again. */
    public Conversation close(Slug slug, boolean closed) {
        ArticleId article = articles.find(slug)
                .orElseThrow(() -> new NotFoundException("article"))
                .id();
        Conversation conversation = conversations.close(article, closed);
        audit.note(closed ? "conversation.closed" : "conversation.opened", "article:" + article, Map.of());
        return conversation;
    }

    private static void requirePossible(Comment comment, CommentState to, String administrator) {
        Review review = comment.review();
        boolean waits = !review.waits().isEmpty();
        if (comment.state() == CommentState.WITHDRAWN || (comment.state() == to && !waits)) {
            throw new ConflictException(
                    "decision-refused",
                    "A comment that is " + comment.state() + " and waits for nothing cannot be decided so.");
        }
        Decision decision = review.decision();
        if (review.isAppealOpen() && decision != null && decision.by().equals(administrator)) {
            throw new ForbiddenException(
                    "own-decision", "You rejected this comment. Another administrator decides about the appeal.");
        }
    }

    private void note(Comment before, Comment after, Appeal.@Nullable Outcome appeal) {
        Map<String, String> details = new HashMap<>();
        details.put("from", before.state().name());
        details.put("to", after.state().name());
        Decision decision = after.review().decision();
        if (decision != null && decision.reason() != null) {
            details.put("reason", decision.reason().name());
        }
        if (appeal != null) {
            details.put("appeal", appeal.name().toLowerCase(Locale.ROOT));
        }
        audit.note(
                after.state() == CommentState.VISIBLE ? "comment.approved" : "comment.rejected",
                "comment:" + after.id(),
                details);
    }

    private static int skip(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        Matcher matcher = OFFSET.matcher(cursor);
        if (!matcher.matches()) {
            throw new InvalidInputException("invalid-cursor", "cursor is what an earlier page answered as next.");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
