package org.ardina.newsroom;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ardina.account.Account;
import org.ardina.account.Role;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleRevision;
import org.ardina.article.ArticleState;
import org.ardina.article.Edit;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.ManuscriptSummary;
import org.ardina.article.Manuscripts;
import org.ardina.article.Slug;
import org.ardina.problem.ChangedMeanwhileException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.StateConflictException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * What writers do with their articles, and administrators with any. An article is somebody's who began it or stands in
 * its byline. To others one that is not published is not there ({@link NotFoundException}); one that is they may not
 * change ({@link ForbiddenException}). Where a version is expected and there is another, nothing happens
 * ({@link ChangedMeanwhileException}).
 */
@Stateless
@RolesAllowed(Role.WRITER)
@TransactionManagement(TransactionManagementType.BEAN)
public class Writing {

    private static final Slug UNTITLED = new Slug("untitled");

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private ContentRules rules;

    @Inject
    private Desk desk;

    /**
     * Begins an article.
     *
     * @return a draft
     * @throws InvalidInputException if something breaks a rule; the message says what to do
     */
    public Manuscript create(ArticleText text) {
        Account writer = desk.caller();
        ContentRules.Checked checked = rules.check(text, null, writer);
        Slug asked = ContentRules.slug(text);
        Set<String> writers = new LinkedHashSet<>(List.of(writer.id()));
        writers.addAll(checked.writers());
        Manuscript created = manuscripts.create(
                checked.content(),
                asked == null ? slug(checked) : asked,
                List.copyOf(writers),
                writer.id(),
                writer.displayName());
        desk.note(
                "article.created", created, Map.of("headline", checked.content().headline()));
        return created;
    }

    /** Begins an article and hands it in; it is refused before it is begun if a check finds an error. */
    public Manuscript createAndSubmit(ArticleText text) {
        desk.requireSound(rules.check(text, null, desk.caller()).content());
        Manuscript created = create(text);
        return submit(created.id(), created.version());
    }

    /**
     * Gives an article another text: at once while it has not been approved, else as a revision that waits for review,
     * while readers go on with the text that was approved.
     *
     * @param expected the version that was read
     * @throws InvalidInputException if something breaks a rule; the message says what to do
     * @throws StateConflictException if it is archived
     */
    public Manuscript edit(ArticleId id, @Nullable Long expected, ArticleText text) {
        Account writer = desk.caller();
        Manuscript changed = manuscripts.change(id, expected, before -> edited(before, text, writer));
        desk.note(
                "article.edited",
                changed,
                Map.of("text", String.valueOf(changed.currentEdit().number())));
        return changed;
    }

    private Manuscript edited(Manuscript before, ArticleText text, Account writer) {
        desk.requireRight(before);
        if (before.article().state() == ArticleState.ARCHIVED) {
            throw Desk.conflict(before, "EDIT");
        }
        ContentRules.Checked checked = rules.check(text, before.content(), writer);
        boolean approved = before.article().state() == ArticleState.APPROVED;
        if (approved) {
            desk.requireSound(checked.content());
        }
        Slug current = before.article().slug();
        @Nullable Slug asked = ContentRules.slug(text);
        @Nullable Slug slug;
        if (asked != null) {
            slug = asked.equals(current) ? null : free(asked, before);
        } else if (approved) {
            slug = before.revision() == null ? null : before.revision().slug();
        } else {
            boolean sameHeadline =
                    checked.content().headline().equals(before.content().headline());
            slug = sameHeadline ? null : manuscripts.free(slug(checked), before.id());
        }
        @Nullable String correction = ContentRules.correction(text);
        if (correction == null && text.correction() == null && before.revision() != null) {
            correction = before.revision().correction();
        }
        return before.write(
                checked.content(),
                slug,
                correction,
                text.authors() == null ? before.writers() : writers(before, checked),
                writer.id(),
                writer.displayName(),
                now());
    }

    /** Whoever began the article, and whoever stands in its byline. */
    private static List<String> writers(Manuscript before, ContentRules.Checked checked) {
        Set<String> writers = new LinkedHashSet<>();
        before.writers().stream().findFirst().ifPresent(writers::add);
        writers.addAll(checked.writers());
        return List.copyOf(writers);
    }

    private Slug free(Slug asked, Manuscript before) {
        if (!manuscripts.free(asked, before.id()).equals(asked)) {
            throw new InvalidInputException("slug-taken", "Another article has this address. Choose another.");
        }
        return asked;
    }

    /**
     * Hands an article, or its revision, in for review.
     *
     * @throws InvalidInputException if a check finds an error
     * @throws StateConflictException if it is not a draft
     */
    public Manuscript submit(ArticleId id, @Nullable Long expected) {
        return step(id, expected, LifeCycleStep.SUBMIT);
    }

    /**
     * Takes an article, or its revision, back before it was decided.
     *
     * @throws StateConflictException if it does not wait
     */
    public Manuscript withdraw(ArticleId id, @Nullable Long expected) {
        return step(id, expected, LifeCycleStep.WITHDRAW);
    }

    private Manuscript step(ArticleId id, @Nullable Long expected, LifeCycleStep step) {
        Manuscript changed = manuscripts.change(id, expected, before -> {
            desk.requireRight(before);
            Desk.requireStep(before, step);
            if (step == LifeCycleStep.SUBMIT) {
                desk.requireSound(before.content());
            }
            return before.after(step, null, now());
        });
        desk.note(step == LifeCycleStep.SUBMIT ? "article.submitted" : "article.withdrawn", changed, Map.of());
        return changed;
    }

    /**
     * Throws the revision of an approved article away.
     *
     * @throws StateConflictException if it has none
     */
    public Manuscript discardRevision(ArticleId id, @Nullable Long expected) {
        Manuscript changed = manuscripts.change(id, expected, before -> {
            desk.requireRight(before);
            if (before.revision() == null) {
                throw Desk.conflict(before, "DISCARD");
            }
            return before.withoutRevision();
        });
        desk.note("article.revision-discarded", changed, Map.of());
        return changed;
    }

    /** One article. */
    public Manuscript find(ArticleId id) {
        return desk.require(id);
    }

    /** The article to which this slug leads. */
    public Manuscript find(Slug slug) {
        Manuscript manuscript = manuscripts.find(slug).orElseThrow(() -> new NotFoundException("article"));
        desk.requireRight(manuscript);
        return manuscript;
    }

    /**
     * The caller's articles, what changed last first.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value Page#MAXIMUM_LIMIT}
     */
    public Page<ManuscriptSummary> mine(@Nullable ArticleState state, @Nullable String cursor, int limit) {
        return manuscripts.writtenBy(desk.caller().id(), state, cursor, limit);
    }

    /** Of the caller's articles those about which something was decided, newest decision first. */
    public List<ManuscriptSummary> decisions(int limit) {
        return manuscripts.decided(desk.caller().id(), limit);
    }

    /** What a review would find in an article. */
    public List<Finding> check(ArticleId id) {
        return desk.check(desk.require(id).content());
    }

    /** How the texts of an article came to be, newest first, at most fifty. */
    public List<Edit> revisions(ArticleId id) {
        return manuscripts.edits(desk.require(id));
    }

    /**
     * A text that an article had, has or is to have.
     *
     * @param number see {@link Edit#number}
     */
    public ArticleRevision revision(ArticleId id, int number) {
        return text(desk.require(id), number);
    }

    /** Two texts of an article side by side. */
    public Comparison compare(ArticleId id, int left, int right) {
        Manuscript manuscript = desk.require(id);
        return Comparison.of(text(manuscript, left), text(manuscript, right));
    }

    /** What is worked on beside what readers see; beside itself where that is the same. */
    public Comparison compareWithLive(ArticleId id) {
        Manuscript manuscript = desk.require(id);
        return Comparison.of(
                text(manuscript, manuscript.edit().number()),
                text(manuscript, manuscript.currentEdit().number()));
    }

    /** Gives an article the text again that it had; otherwise as {@link #edit}. */
    public Manuscript restore(ArticleId id, int number, @Nullable Long expected) {
        Account writer = desk.caller();
        Manuscript changed = manuscripts.change(id, expected, before -> {
            desk.requireRight(before);
            if (before.article().state() == ArticleState.ARCHIVED) {
                throw Desk.conflict(before, "EDIT");
            }
            @Nullable Slug slug = before.revision() == null ? null : before.revision().slug();
            return before.write(
                    text(before, number).content(),
                    slug,
                    null,
                    before.writers(),
                    writer.id(),
                    writer.displayName(),
                    now());
        });
        desk.note("article.text-restored", changed, Map.of("text", String.valueOf(number)));
        return changed;
    }

    private ArticleRevision text(Manuscript manuscript, int number) {
        return manuscripts.text(manuscript, number).orElseThrow(() -> new NotFoundException("revision"));
    }

    private static Slug slug(ContentRules.Checked checked) {
        return Slug.of(checked.content().headline(), checked.content().language(), UNTITLED);
    }

    /** Now, as exactly as it is stored. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
