package org.ardina.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.article.Article;
import org.ardina.article.Slug;
import org.ardina.audit.AuditTrail;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.moderation.ModerationMode;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What readers with an account do with comments: write, change, withdraw and report them, and appeal. */
@Stateless
@RolesAllowed(Role.READER)
@TransactionManagement(TransactionManagementType.BEAN)
public class Comments {

    /** What an appeal and the detail of a report have at most. */
    public static final int MOST_TEXT = 1000;

    private static final int MOST_KEY = 200;
    private static final int MOST_REPORTERS = 50;

    @Inject
    private CommentRepository comments;

    @Inject
    private ReviewRepository reviews;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private Conversations reading;

    @Inject
    private ReportRepository reports;

    @Inject
    private CommentCounts counts;

    @Inject
    private CommentJudgement judgement;

    @Inject
    private CommentAuthors authors;

    @Inject
    private DiscussedArticles discussedArticles;

    @Inject
    private TopicRules topicRules;

    @Inject
    private CommentConfiguration configuration;

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration limit;

    @Inject
    private AuditTrail audit;

    @Inject
    private Caller caller;

    /**
     * Writes a comment. The same key with the same comment gives what the first attempt gave.
     *
     * @throws InvalidInputException if there is nothing to read in it, or too much
     * @throws ConflictException if the article is not commented on, or the key stands for another comment
     * @throws ForbiddenException if an e-mail address must be verified first
     * @throws TooManyRequestsException after too many in a short time
     */
    public Comment write(Slug slug, NewComment draft) {
        CommentAuthor author = authors.caller();
        String account = author.account();
        requireVerified(author);
        String body = CommentText.of(draft.body());
        DiscussedArticle discussed = discussedArticles.find(slug);
        Article article = discussed.article();
        CommentId id = draft.key() == null ? comments.nextId() : id(account, draft.key());
        if (draft.key() != null) {
            Optional<Comment> known = comments.find(id);
            if (known.isPresent()) {
                return repeated(known.get(), article, draft, body);
            }
        }
        if (!reading.isOpen(article, discussed.conversation())) {
            throw new ConflictException("conversation-closed", "This article is not commented on any more.");
        }
        @Nullable Comment parent = parent(draft, article);
        Instant now = Instant.now();
        requireNotMuted(author.standing(), now);
        limits.take(limit.comments(), account);
        CommentJudgement.Verdict verdict = judgement.judge(
                id,
                body,
                article.content().language(),
                author,
                mode(discussed.conversation(), article.content().topic()),
                now);
        Comment comment = new Comment(
                id,
                article.id(),
                parent == null ? id : parent.thread(),
                draft.parent(),
                parent == null ? ThreadPlace.FIRST : parent.place().answer(id, now),
                new Commenter(
                        account,
                        author.profile().account().displayName(),
                        !author.profile().account().role().equals(Role.READER)),
                body,
                article.content().language(),
                now,
                null,
                verdict.state(),
                verdict.state() == CommentState.VISIBLE,
                0,
                0,
                1,
                new Review(verdict.findings(), null, null, 0, Review.waiting(verdict.state(), verdict.findings())));
        if (!comments.insert(comment, parent == null ? 0 : number(parent))) {
            return repeated(comments.find(id).orElseThrow(), article, draft, body);
        }
        counts.added(comment);
        return comment;
    }

    /**
     * Changes a comment of the caller's, shortly after it was written.
     *
     * @throws ConflictException if it is too late
     */
    public Comment edit(CommentId id, String text) {
        Comment before = own(id);
        Instant now = Instant.now();
        if (!before.isEditable(now)) {
            throw new ConflictException(
                    "edit-time-over",
                    "A comment can be changed for " + Comment.EDITABLE.toMinutes()
                            + " minutes, unless somebody has decided about it.");
        }
        String body = CommentText.of(text);
        CommentAuthor author = authors.caller();
        requireNotMuted(author.standing(), now);
        @Nullable Article article = reading.articles(List.of(before)).get(before.article());
        CommentJudgement.Verdict verdict = judgement.judge(
                id,
                body,
                before.language(),
                author,
                mode(
                        conversations.find(before.article()),
                        article == null ? null : article.content().topic()),
                now);
        Comment after = comments.edit(before, body, verdict.state(), verdict.findings(), now)
                .orElseThrow(Comments::changed);
        counts.changed(before, after);
        return after;
    }

    /** Takes a comment of the caller's back: its text is deleted, what answers it stays. */
    public void withdraw(CommentId id) {
        Comment before = own(id);
        if (before.state() == CommentState.WITHDRAWN) {
            return;
        }
        if (!before.isWithdrawable()) {
            throw new ConflictException("comment-rejected", "This comment was rejected, and nobody else sees it.");
        }
        Comment after = comments.withdraw(before, Instant.now()).orElseThrow(Comments::changed);
        counts.changed(before, after);
    }

    /** Reports a comment, each reader once. */
    public void report(CommentId id, ModerationReason reason, @Nullable String detail) {
        String account = caller.requireAccountId();
        @Nullable String text = detail == null || detail.isBlank() ? null : text(detail, "detail-length");
        Comment comment =
                comments.find(id).filter(Comment::isVisible).orElseThrow(() -> new NotFoundException("comment"));
        if (comment.author().is(account)) {
            throw new ConflictException("own-comment", "This is your own comment. You can withdraw it.");
        }
        Instant now = Instant.now();
        if (!reports.insert(id, account, reason, text, now)) {
            return;
        }
        Optional<Comment> reported = comments.report(id, now);
        long trusted = reports.open(id, MOST_REPORTERS).stream()
                .filter(report -> isTrusted(report.account()))
                .count();
        if (reported.isPresent() && trusted >= configuration.reportsToHold()) {
            reviews.hold(reported.get(), now).ifPresent(held -> {
                counts.changed(reported.get(), held);
                audit.note(
                        "comment.held",
                        "comment:" + id,
                        Map.of("reports", Long.toString(held.review().reports())));
            });
        }
    }

    /**
     * Asks for another administrator to look at a rejected comment of the caller's.
     *
     * @throws ConflictException if it is not rejected, or was appealed before
     */
    public Comment appeal(CommentId id, String text) {
        Comment before = own(id);
        Appeal appeal = new Appeal(text(text, "appeal-length"), Instant.now(), null);
        Comment after = comments.appeal(id, caller.requireAccountId(), appeal)
                .orElseThrow(() -> new ConflictException(
                        "appeal-refused", "Only a rejected comment can be appealed, and only once."));
        audit.note("comment.appealed", "comment:" + before.id(), Map.of());
        return after;
    }

    /**
     * A comment of the caller's.
     *
     * @throws NotFoundException if there is none, or it is somebody else's and not seen by all
     * @throws ForbiddenException if it is somebody else's
     */
    public Comment own(CommentId id) {
        Comment comment = comments.find(id).orElseThrow(() -> new NotFoundException("comment"));
        if (!comment.author().is(caller.requireAccountId())) {
            if (!comment.isVisible()) {
                throw new NotFoundException("comment");
            }
            throw new ForbiddenException("not-your-comment", "This is somebody else's comment.");
        }
        return comment;
    }

    /** A comment that everybody reads, to be answered or reported. */
    public Comment visible(CommentId id) {
        return comments.find(id).filter(Comment::isVisible).orElseThrow(() -> new NotFoundException("comment"));
    }

    /** The caller's comments, newest first. */
    public Page<Comment> mine(@Nullable Instant before, int limit) {
        List<Comment> found = comments.ofAccount(caller.requireAccountId(), null, before, limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        Long.toString(found.get(limit - 1).writtenAt().toEpochMilli()));
    }

    private void requireVerified(CommentAuthor author) {
        if (authors.mustVerify(author.profile())) {
            throw new ForbiddenException(
                    "email-not-verified", "Follow the link in the message that we have sent you first.");
        }
    }

    private static void requireNotMuted(CommenterStanding standing, Instant now) {
        if (standing.mutedUntil() != null && standing.isMuted(now)) {
            throw new ForbiddenException(
                    "commenter-muted",
                    "You cannot comment until " + standing.mutedUntil().truncatedTo(ChronoUnit.MINUTES) + ".");
        }
    }

    /** Whether comments on an article are looked at first. */
    private ModerationMode mode(Conversation conversation, @Nullable Slug topic) {
        return conversation.reviewedFirst()
                        || (topic != null && topicRules.of(topic).reviewedFirst())
                ? ModerationMode.BEFORE_PUBLICATION
                : ModerationMode.AFTER_PUBLICATION;
    }

    private @Nullable Comment parent(NewComment draft, Article article) {
        return draft.parent() == null
                ? null
                : comments.find(draft.parent())
                        .filter(parent -> parent.isVisible() && parent.article().equals(article.id()))
                        .orElseThrow(() -> new NotFoundException("comment"));
    }

    /** Which one of its thread an answer is. */
    private long number(Comment parent) {
        Comment first = parent.place().depth() == 0
                ? parent
                : comments.find(parent.thread()).orElse(parent);
        return first.replies() + 1;
    }

    /** Somebody whose reports were right more often than not. */
    private boolean isTrusted(String account) {
        long upheld = reports.count(account, Report.Outcome.UPHELD);
        return upheld > 0 && upheld > reports.count(account, Report.Outcome.DISMISSED);
    }

    private static Comment repeated(Comment known, Article article, NewComment draft, String body) {
        boolean same = known.article().equals(article.id())
                && Objects.equals(known.parent(), draft.parent())
                && (known.body().equals(body)
                        || known.editedAt() != null
                        || known.body().isEmpty());
        if (!same) {
            throw new ConflictException(
                    "idempotency-key-reused", "This Idempotency-Key was sent with another comment before.");
        }
        return known;
    }

    /** The id of the comment that an account sends with a key: the same for every attempt. */
    private static CommentId id(String account, String key) {
        if (key.isEmpty() || key.length() > MOST_KEY) {
            throw new InvalidInputException(
                    "invalid-idempotency-key", "An Idempotency-Key has 1 to " + MOST_KEY + " characters.");
        }
        return CommentId.of(account + ':' + key);
    }

    private static String text(String text, String code) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > MOST_TEXT || stripped.indexOf('\0') >= 0) {
            throw new InvalidInputException(code, "Write 1 to " + MOST_TEXT + " characters.");
        }
        return stripped;
    }

    private static ConflictException changed() {
        return new ConflictException("comment-changed", "This comment was changed just now. Look at it again.");
    }
}
