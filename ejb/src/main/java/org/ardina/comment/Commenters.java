package org.ardina.comment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ardina.account.Accounts;
import org.ardina.account.Caller;
import org.ardina.account.Role;
import org.ardina.audit.AuditTrail;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;

/** What somebody may do in conversations, as administrators decide, and which letters they want. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Commenters {

    /** Longer than anybody waits. */
    public static final Duration LONGEST_MUTE = Duration.ofDays(3650);

    private static final int MOST_REASON = 1000;

    @Inject
    private CommenterRepository commenters;

    @Inject
    private CommentAuthors authors;

    @Inject
    private CommenterRecords records;

    @Inject
    private Accounts accounts;

    @Inject
    private DecisionLetters letters;

    @Inject
    private AuditTrail audit;

    @Inject
    private Caller caller;

    /** What is known of somebody who comments. */
    public CommenterRecord find(String account) {
        return Objects.requireNonNull(records.of(List.of(account)).get(account));
    }

    /**
     * Keeps somebody from commenting for so long; they are told until when and why.
     *
     * @param time zero lets them comment again
     * @throws InvalidInputException without a reason, or for too long
     */
    public CommenterStanding mute(String account, Duration time, String reason) {
        accounts.find(account);
        if (time.isNegative() || time.compareTo(LONGEST_MUTE) > 0) {
            throw new InvalidInputException(
                    "mute-length", "Somebody is muted for at most " + LONGEST_MUTE.toDays() + " days.");
        }
        String why = reason.strip();
        if (time.isZero()) {
            CommenterStanding standing = commenters.mute(account, null);
            changed("commenter.unmuted", account, why);
            return standing;
        }
        if (why.isEmpty() || why.length() > MOST_REASON) {
            throw new InvalidInputException(
                    "missing-reason",
                    "Give a reason of at most " + MOST_REASON + " characters, which the person is told.");
        }
        CommenterStanding standing = commenters.mute(account, Instant.now().plus(time));
        changed("commenter.muted", account, why);
        letters.tellMuted(account, why);
        return standing;
    }

    /** Lets nobody else see what somebody writes from now on, or ends that. They are not told. */
    public CommenterStanding shadow(String account, boolean shadowed, String reason) {
        accounts.find(account);
        CommenterStanding standing = commenters.shadow(account, shadowed);
        changed(shadowed ? "commenter.shadowed" : "commenter.unshadowed", account, reason.strip());
        return standing;
    }

    /** Has comments of somebody looked at before they are shown, or ends that. */
    public CommenterStanding reviewFirst(String account, boolean reviewedFirst, String reason) {
        accounts.find(account);
        CommenterStanding standing = commenters.reviewFirst(account, reviewedFirst);
        changed(reviewedFirst ? "commenter.reviewed-first" : "commenter.trusted", account, reason.strip());
        return standing;
    }

    /** Whether the caller gets letters about replies and mentions. */
    @RolesAllowed(Role.READER)
    public boolean wantsLetters() {
        return commenters.find(caller.requireAccountId()).letters();
    }

    /** Says whether the caller gets letters about replies and mentions. */
    @RolesAllowed(Role.READER)
    public void wantLetters(boolean letters) {
        commenters.wantLetters(caller.requireAccountId(), letters);
    }

    /**
     * Ends letters about replies and mentions to whoever has one with this token.
     *
     * @throws NotFoundException if no letter has it
     */
    @PermitAll
    public void refuseLetters(String token) {
        String account = commenters.findByOptOut(token).orElseThrow(() -> new NotFoundException("page"));
        commenters.wantLetters(account, false);
    }

    private void changed(String action, String account, String reason) {
        authors.forget(account);
        audit.note(action, "account:" + account, reason.isEmpty() ? Map.of() : Map.of("reason", reason));
    }
}
