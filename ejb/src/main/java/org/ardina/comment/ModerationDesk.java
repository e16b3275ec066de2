package org.ardina.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.article.Article;
import org.ardina.article.ArticleHistory;
import org.ardina.article.ArticleId;
import org.ardina.audit.AuditTrail;
import org.ardina.moderation.Finding;
import org.ardina.moderation.Judgement;
import org.ardina.moderation.Moderation;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What administrators do with comments: look at those that wait, decide, change their minds. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ModerationDesk {

    private static final int MOST_NOTE = 1000;
    private static final int MOST_SKIPPED = 10_000;
    private static final int MOST_REPORTS = 50;
    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_WAITING_LOOKED_AT = 200;
    private static final int MOST_OF_THREAD = 100;
    private static final Duration APPEALS_OF = Duration.ofDays(90);
    private static final Pattern OFFSET = Pattern.compile("w([0-9]{1,5})");

    @Inject
    private CommentRepository comments;

    @Inject
    private ReviewRepository reviews;

    @Inject
    private ReportRepository reports;

    @Inject
    private CommenterRecords commenters;

    @Inject
    private CommentCounts counts;

    @Inject
    private ArticleHistory articles;

    @Inject
    private Moderation moderation;

    @Inject
    private DecisionLetters letters;

    @Inject
    private CommentConfiguration configuration;

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
        List<Comment> found = reviews.waiting(list, skip, limit + 1);
        int next = skip + limit;
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), next <= MOST_SKIPPED ? "w" + next : null);
    }

    /** How many wait for each reason; ten thousand may be more. */
    public Map<WaitingList, Long> counts() {
        Map<WaitingList, Long> waiting = new EnumMap<>(WaitingList.class);
        for (WaitingList list : WaitingList.values()) {
            waiting.put(list, reviews.countWaiting(list, MOST_COUNTED));
        }
        return waiting;
    }

    /**
     * Takes what waits longest and is before nobody else, so that two administrators never have the same before them. They
     * are the caller's for two minutes, or until {@link #keep} is not called any more.
     */
    public List<ModerationCase> take(WaitingList list, int most) {
        String administrator = caller.requireAccountId();
        Instant now = Instant.now();
        List<Comment> taken = new ArrayList<>();
        for (ReviewRepository.Waiting waiting : reviews.waitingWithClaims(list, MOST_WAITING_LOOKED_AT)) {
            if (taken.size() == most) {
                break;
            }
            if (!isOwnDecision(waiting.comment().review(), administrator)
                    && take(waiting.comment().id(), waiting.claim(), administrator, now)) {
                taken.add(waiting.comment());
            }
        }
        return cases(taken);
    }

    /** Says that these are still before the caller. */
    public void keep(Collection<CommentId> ids) {
        String administrator = caller.requireAccountId();
        Instant now = Instant.now();
        ids.forEach(id -> {
            @Nullable Claim claim = reviews.claim(id);
            // What was decided has no claim any more.
            if (claim != null) {
                take(id, claim, administrator, now);
            }
        });
    }

    private boolean take(CommentId id, @Nullable Claim claim, String administrator, Instant now) {
        if (claim != null && claim.keepsOut(administrator, now)) {
            return false;
        }
        return (claim != null && claim.by().equals(administrator) && !claim.isOld(now))
                || reviews.claim(id, claim, new Claim(administrator, now.plus(Claim.LASTS)));
    }

    /** Whether a comment is before another administrator. */
    public boolean isTaken(CommentId id) {
        @Nullable Claim claim = reviews.claim(id);
        return claim != null && claim.keepsOut(caller.requireAccountId(), Instant.now());
    }

    /** A comment with what there is to know about it. */
    public ModerationCase look(CommentId id) {
        return cases(List.of(find(id))).get(0);
    }

    /** What stands around a comment in its thread, and itself, in the order of reading. */
    public List<Comment> thread(Comment comment) {
        List<Comment> thread = new ArrayList<>();
        comments.find(comment.thread()).ifPresent(thread::add);
        thread.addAll(comments.below(comment.thread(), ThreadPlace.FIRST, "", 0, MOST_OF_THREAD));
        if (thread.stream().noneMatch(each -> each.id().equals(comment.id()))) {
            thread.add(comment);
        }
        thread.sort(Comparator.comparing(each -> each.place().path()));
        return thread;
    }

    private List<ModerationCase> cases(List<Comment> found) {
        Map<ArticleId, Article> about =
                articles
                        .approved(
                                found.stream().map(Comment::article).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Article::id, Function.identity()));
        Map<CommentId, Comment> parents = comments.findParents(found);
        Map<String, CommenterRecord> authors = authors(found);
        return found.stream()
                .map(comment -> {
                    Judgement judgement = moderation.judge(ConversationRules.submission(comment));
                    String account = comment.author().account();
                    return new ModerationCase(
                            comment,
                            about.get(comment.article()),
                            parents.get(comment.parent()),
                            comment.review().reports() == 0 ? List.of() : reports(comment.id()),
                            account == null ? null : authors.get(account),
                            judgement.score(),
                            judgement.findings().stream()
                                    .map(Finding::passage)
                                    .filter(Objects::nonNull)
                                    .toList());
                })
                .toList();
    }

    private Map<String, CommenterRecord> authors(List<Comment> found) {
        return commenters.of(found.stream()
                .map(comment -> comment.author().account())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    /** How appeals ended lately. */
    public Appeals appeals() {
        Instant since = Instant.now().minus(APPEALS_OF);
        return new Appeals(
                reviews.countAppeals(Appeal.Outcome.OVERTURNED, since),
                reviews.countAppeals(Appeal.Outcome.UPHELD, since));
    }

    /** How many appeals of the last ninety days were right, and how many were not. */
    public record Appeals(long overturned, long upheld) {

        /** The share that was right, in percent; zero where there were none. */
        public long overturnedPercent() {
            long all = overturned + upheld;
            return all == 0 ? 0 : Math.round(overturned * 100.0 / all);
        }
    }

    /**
     * Takes a decision of the caller's back: the comment waits again as before, and its author is not told.
     *
     * @throws ConflictException if that is too late, or something has happened since
     */
    public Comment undo(CommentId id) {
        ReviewRepository.Undone undone = reviews.undo(
                        id, caller.requireAccountId(), Instant.now().minus(configuration.undoFor()))
                .orElseThrow(() -> new ConflictException(
                        "undo-refused",
                        "A decision can be undone by whoever made it, for "
                                + configuration.undoFor().toMinutes()
                                + " minutes, while nothing has happened since."));
        reports.reopen(id, outcome(undone.before().state()), undone.decision().at());
        counts.changed(undone.before(), undone.after());
        audit.note(
                "comment.undone",
                "comment:" + id,
                Map.of(
                        "from",
                        undone.before().state().name(),
                        "to",
                        undone.after().state().name()));
        return undone.after();
    }

    private static Report.Outcome outcome(CommentState state) {
        return state == CommentState.VISIBLE ? Report.Outcome.DISMISSED : Report.Outcome.UPHELD;
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
     * @throws ConflictException if its state does not allow the decision, or changes at that moment, or another
     *     administrator has taken it
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
        if (isTaken(id)) {
            throw new ConflictException("comment-taken", "Another administrator has this comment on the desk.");
        }
        // As precise as it is kept.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Appeal.@Nullable Outcome appeal = !before.review().isAppealOpen()
                ? null
                : to == CommentState.VISIBLE ? Appeal.Outcome.OVERTURNED : Appeal.Outcome.UPHELD;
        Comment after = reviews.decide(before, new Decision(administrator, now, choice, reason, told), to, appeal, now)
                .orElseThrow(() -> new ConflictException(
                        "comment-changed", "Somebody else changed this comment just now. Look at it again."));
        reports.close(id, outcome(to), now);
        counts.changed(before, after);
        note(before, after, appeal);
        letters.tell(before, after, appeal);
        return after;
    }

    private static void requirePossible(Comment comment, CommentState to, String administrator) {
        Review review = comment.review();
        boolean waits = !review.waits().isEmpty();
        if (comment.state() == CommentState.WITHDRAWN || (comment.state() == to && !waits)) {
            throw new ConflictException(
                    "decision-refused",
                    "A comment that is " + comment.state() + " and waits for nothing cannot be decided so.");
        }
        if (isOwnDecision(review, administrator)) {
            throw new ForbiddenException(
                    "own-decision", "You rejected this comment. Another administrator decides about the appeal.");
        }
    }

    /** Whether an appeal is against a decision of that administrator, so that others decide about it. */
    private static boolean isOwnDecision(Review review, String administrator) {
        Decision decision = review.decision();
        return review.isAppealOpen() && decision != null && decision.by().equals(administrator);
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
