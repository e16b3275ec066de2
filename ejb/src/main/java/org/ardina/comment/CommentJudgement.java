package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ardina.account.Profile;
import org.ardina.account.Role;
import org.ardina.moderation.AuthorStanding;
import org.ardina.moderation.Judgement;
import org.ardina.moderation.Moderation;
import org.ardina.moderation.ModerationMode;
import org.ardina.moderation.ModerationReason;
import org.ardina.moderation.Submission;

/** Has the text of a comment judged before anybody else reads it. */
@ApplicationScoped
class CommentJudgement {

    private static final int RECENT = 20;

    @Inject
    private Moderation moderation;

    @Inject
    private CommentRepository comments;

    /**
     * What becomes of a comment.
     *
     * @param findings codes of what was found
     */
    record Verdict(CommentState state, List<String> findings) {}

    /**
     * Judges a text.
     *
     * @param id of the comment, which may be there with another text
     * @param language of the article, a BCP 47 tag
     * @param mode what is said of the article and its topic
     */
    Verdict judge(CommentId id, String text, String language, CommentAuthor author, ModerationMode mode, Instant now) {
        CommenterStanding standing = author.standing();
        List<EarlierComment> earlier = comments.recent(author.account(), RECENT).stream()
                .filter(comment -> !comment.id().equals(id))
                .toList();
        List<String> texts = earlier.stream()
                .map(EarlierComment::body)
                .filter(body -> !body.isEmpty())
                .toList();
        ModerationMode strictest = moderation.mode().strictest(mode);
        Judgement judgement = moderation.judge(new Submission(
                text,
                language,
                standing(author.profile(), standing.isMuted(now), earlier, now),
                texts,
                standing.reviewedFirst() ? ModerationMode.BEFORE_PUBLICATION : strictest));
        CommentState state = switch (judgement.verdict()) {
            case PUBLISH -> standing.shadowed() ? CommentState.SHADOWED : CommentState.VISIBLE;
            case HOLD -> CommentState.PENDING;
            case REJECT -> CommentState.REJECTED;
        };
        return new Verdict(
                state, judgement.reasons().stream().map(ModerationReason::code).toList());
    }

    private AuthorStanding standing(Profile author, boolean muted, List<EarlierComment> earlier, Instant now) {
        List<EarlierComment> decided = earlier.stream()
                .filter(comment -> comment.writtenAt().isAfter(now.minus(AuthorStanding.RECORD)))
                .filter(comment -> comment.isVisible() || comment.state() == CommentState.REJECTED)
                .toList();
        long rejected = decided.stream().filter(comment -> !comment.isVisible()).count();
        Duration age = Duration.between(author.createdAt(), now);
        return new AuthorStanding(
                false,
                muted,
                !author.account().role().equals(Role.READER),
                author.emailVerified(),
                age.isNegative() ? Duration.ZERO : age,
                shown(author.account().id(), earlier),
                decided.size(),
                rejected);
    }

    /** How many comments of an account are shown, as far as it matters. */
    private long shown(String account, List<EarlierComment> earlier) {
        long recently = earlier.stream().filter(EarlierComment::isVisible).count();
        int enough = moderation.thresholds().firstComments();
        return recently >= enough ? recently : comments.countVisible(account, enough);
    }
}
