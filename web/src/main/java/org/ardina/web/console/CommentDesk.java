package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ardina.account.AccountChange;
import org.ardina.account.Accounts;
import org.ardina.account.Status;
import org.ardina.audit.AuditEntry;
import org.ardina.audit.AuditQuery;
import org.ardina.audit.AuditTrail;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.CommenterRecord;
import org.ardina.comment.Commenters;
import org.ardina.comment.Decision;
import org.ardina.comment.ModerationCase;
import org.ardina.comment.ModerationDesk;
import org.ardina.comment.Reasons;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/** One comment before an administrator, in its thread, and its author. */
@Named("commentDesk")
@RequestScoped
public class CommentDesk {

    private static final int LATEST = 20;

    @Inject
    private ModerationDesk desk;

    @Inject
    private Commenters commenters;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    private @Nullable ModerationCase found;
    private String note = "";
    private String reason = "";

    public void open() {
        response.orList(this::getFound, ConsolePage.COMMENTS);
    }

    public ModerationCase getFound() {
        if (found == null) {
            found = desk.look(CommentId.parse(parameters.value("id")));
        }
        return found;
    }

    public List<Comment> getThread() {
        return desk.thread(getFound().comment());
    }

    public boolean isThis(Comment comment) {
        return comment.id().equals(getFound().comment().id());
    }

    /** Whether another administrator has it before them. */
    public boolean isTaken() {
        return desk.isTaken(getFound().comment().id());
    }

    public @Nullable CommenterRecord getAuthor() {
        return getFound().author();
    }

    public boolean isMuted() {
        CommenterRecord author = getAuthor();
        return author != null && author.standing().isMuted(Instant.now());
    }

    public boolean isSuspended() {
        CommenterRecord author = getAuthor();
        return author != null && author.profile() != null && author.profile().status() == Status.SUSPENDED;
    }

    public List<ModerationReason> getReasons() {
        return List.copyOf(ModerationReason.ofPeople());
    }

    /** For so many days somebody can be muted. */
    public List<Integer> getMuteDays() {
        return List.of(1, 7, 30, 365);
    }

    /** What happened to the comment, newest first. */
    public List<AuditEntry> getHistory() {
        return audit.list(
                        new AuditQuery(
                                null, null, "comment:" + getFound().comment().id()),
                        null,
                        LATEST)
                .items();
    }

    public void approve() {
        decide(Decision.Choice.APPROVE, "comments-approved");
    }

    public void reject() {
        decide(Decision.Choice.REJECT, "comments-rejected");
    }

    public void undo() {
        then(() -> desk.undo(id()), "comments-undone");
    }

    private void decide(Decision.Choice choice, String done) {
        then(
                () -> {
                    String reason = parameters.value("reason");
                    desk.decide(id(), choice, reason.isEmpty() ? null : Reasons.parse(reason), note);
                },
                done);
    }

    public void mute() {
        then(() -> commenters.mute(account(), days(), reason), "commenter-muted");
    }

    public void unmute() {
        then(() -> commenters.mute(account(), Duration.ZERO, reason), "commenter-unmuted");
    }

    public void shadow() {
        then(() -> commenters.shadow(account(), true, reason), "commenter-shadowed");
    }

    public void unshadow() {
        then(() -> commenters.shadow(account(), false, reason), "commenter-unshadowed");
    }

    public void reviewFirst() {
        then(() -> commenters.reviewFirst(account(), true, reason), "commenter-reviewed-first");
    }

    public void trust() {
        then(() -> commenters.reviewFirst(account(), false, reason), "commenter-trusted");
    }

    public void suspend() {
        then(
                () -> accounts.change(
                        account(), new AccountChange(null, Status.SUSPENDED, null, reason.isBlank() ? null : reason)),
                "suspended");
    }

    private void then(Runnable work, String done) {
        response.after(work, ConsolePage.COMMENT.path() + "?id=" + id() + "&done=" + done);
    }

    private CommentId id() {
        return CommentId.parse(parameters.value("id"));
    }

    private String account() {
        String account = getFound().comment().author().account();
        if (account == null) {
            throw new NotFoundException("account");
        }
        return account;
    }

    private Duration days() {
        String days = parameters.value("days");
        if (!days.matches("[0-9]{1,4}")) {
            throw new InvalidInputException("mute-length", "Choose for how many days.");
        }
        return Duration.ofDays(Long.parseLong(days));
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
