package org.ardina.newsroom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.ardina.account.Account;
import org.ardina.account.Role;
import org.ardina.article.ArticleFilter;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.ManuscriptSummary;
import org.ardina.article.Manuscripts;
import org.ardina.article.ReviewDecision;
import org.ardina.article.ReviewNote;
import org.ardina.article.Slug;
import org.ardina.problem.ChangedMeanwhileException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.StateConflictException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What administrators decide about articles. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Review {

    static final int MOST_PASSAGES = 50;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Desk desk;

    @Inject
    private ReviewLetters letters;

    /**
     * What waits for a decision, that which waits longest first; see {@link ManuscriptSummary#waitingSince}.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value Page#MAXIMUM_LIMIT}
     */
    public Page<ManuscriptSummary> queue(@Nullable String cursor, int limit) {
        return manuscripts.waiting(cursor, limit);
    }

    /** How many articles and revisions wait for a decision. */
    public long waiting() {
        return manuscripts.countWaiting();
    }

    /** How many articles there are in each state. */
    public Map<ArticleState, Long> counts() {
        Map<ArticleState, Long> counts = new EnumMap<>(ArticleState.class);
        for (ArticleState state : ArticleState.values()) {
            counts.put(state, manuscripts.count(state));
        }
        return counts;
    }

    /** The articles that a filter lets through, by the time of their publication or last writing, newest first. */
    public Page<ManuscriptSummary> articles(ArticleFilter filter, @Nullable String cursor, int limit) {
        return manuscripts.list(filter, cursor, limit);
    }

    /**
     * Decides about an article, or its revision. Its writers are told by letter.
     *
     * @param expected the version that was read; absent for whichever there is
     * @throws NotFoundException if there is no such article
     * @throws StateConflictException if its state does not allow that, as after somebody else's decision
     * @throws ChangedMeanwhileException if it has another version
     * @throws InvalidInputException if a check finds an error, or something breaks a rule
     */
    public Manuscript decide(ArticleId id, @Nullable Long expected, Verdict verdict) {
        Account administrator = desk.caller();
        LifeCycleStep step = verdict.step();
        if (step == LifeCycleStep.SUBMIT || step == LifeCycleStep.WITHDRAW) {
            throw new InvalidInputException("invalid-decision", "A decision is APPROVE, RETURN, ARCHIVE or RESTORE.");
        }
        String note = verdict.note() == null
                ? ""
                : PlainText.lines(verdict.note(), ReviewNote.MAXIMUM_NOTE, "note-too-long", "A note");
        AtomicReference<Manuscript> decidedOn = new AtomicReference<>();
        Manuscript changed = manuscripts.change(id, expected, before -> {
            Desk.requireStep(before, step);
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            if (step == LifeCycleStep.APPROVE) {
                desk.requireSound(before.content());
                requireOpenTime(before, verdict, now);
                requireFreeAddress(before);
            }
            decidedOn.set(before);
            ReviewDecision decision =
                    new ReviewDecision(step, note, administrator.id(), administrator.displayName(), now);
            return before.after(step, verdict.publishAt(), now)
                    .decided(decision, notes(verdict, before, administrator, now));
        });
        desk.recount(Objects.requireNonNull(decidedOn.get()), changed);
        Map<String, String> details = new HashMap<>();
        details.put("headline", changed.content().headline());
        if (!note.isEmpty()) {
            details.put("note", note);
        }
        Instant publishedAt = changed.article().publishedAt();
        if (verdict.publishAt() != null && publishedAt != null) {
            details.put("publishAt", publishedAt.toString());
        }
        desk.note("article." + step.name().toLowerCase(Locale.ROOT), changed, details);
        letters.tell(changed, administrator);
        return changed;
    }

    private void requireFreeAddress(Manuscript before) {
        @Nullable Slug slug = before.revision() == null ? null : before.revision().slug();
        if (slug != null && !manuscripts.free(slug, before.id()).equals(slug)) {
            throw new InvalidInputException(
                    "slug-taken", "Another article has taken the address that this one is to move to. Return it.");
        }
    }

    private static void requireOpenTime(Manuscript before, Verdict verdict, Instant now) {
        if (verdict.publishAt() != null && before.article().isPublic(now)) {
            throw new InvalidInputException(
                    "already-published",
                    "This article is published, and a revision of it at once when it is approved. Leave publishAt out.");
        }
    }

    private static List<ReviewNote> notes(Verdict verdict, Manuscript before, Account administrator, Instant now) {
        if (verdict.passages().size() > MOST_PASSAGES) {
            throw new InvalidInputException(
                    "too-many-notes", "A decision has at most " + MOST_PASSAGES + " notes about passages.");
        }
        List<ReviewNote> notes = new ArrayList<>();
        for (Verdict.PassageNote passage : verdict.passages()) {
            String note = PlainText.lines(passage.note(), ReviewNote.MAXIMUM_NOTE, "note-too-long", "A note");
            if (note.isEmpty()) {
                throw new InvalidInputException("note-missing", "A note about a passage says something.");
            }
            notes.add(new ReviewNote(
                    note,
                    passage.quote() == null
                            ? null
                            : PlainText.lines(
                                    passage.quote(), ReviewNote.MAXIMUM_QUOTE, "quote-too-long", "A quoted passage"),
                    passage.offset(),
                    administrator.displayName(),
                    now,
                    before.currentEdit().number()));
        }
        return notes;
    }
}
