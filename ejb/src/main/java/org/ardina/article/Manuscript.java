package org.ardina.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as the newsroom has it: what readers see or will see, and what is being done with it.
 *
 * @param writers the ids of the accounts that may change it, its first writer's first; none for an imported article
 * @param edit how the article's own text came to be
 * @param texts how many texts it has had
 * @param revision another text for it while it is approved
 * @param waitingSince since when it, or its revision, waits for a decision; absent when neither does
 * @param notes of reviewers, newest last
 * @param decision the last one about it
 */
public record Manuscript(
        Article article,
        List<String> writers,
        Edit edit,
        int texts,
        @Nullable PendingRevision revision,
        @Nullable Instant waitingSince,
        List<ReviewNote> notes,
        @Nullable ReviewDecision decision) {

    /** More notes, former addresses and corrections than this are not kept. */
    static final int MOST_NOTES = 100;

    static final int MOST_SLUGS = 50;
    static final int MOST_CORRECTIONS = 20;

    public Manuscript {
        writers = List.copyOf(writers);
        notes = List.copyOf(notes);
    }

    public ArticleId id() {
        return article.id();
    }

    public long version() {
        return article.version();
    }

    /** The text that is worked on: that of the revision where there is one. */
    public Content content() {
        return revision == null ? article.content() : revision.content();
    }

    /** How the text that is worked on came to be. */
    public Edit currentEdit() {
        return revision == null ? edit : revision.edit();
    }

    /** The state of the text that is worked on, by which it is decided what can be done: a revision has its own. */
    public ArticleState stage() {
        return article.state() == ArticleState.APPROVED && revision != null ? revision.state() : article.state();
    }

    /** Whether an administrator has ever approved it. */
    public boolean wasApproved() {
        return article.publishedAt() != null
                && (article.state() == ArticleState.APPROVED || article.state() == ArticleState.ARCHIVED);
    }

    /** The article as its readers will see it when what is worked on is approved. */
    public Article preview(Instant now) {
        Article shown = article;
        if (revision != null) {
            List<Correction> corrections = withCorrection(now);
            shown = shown.with(revision.content(), now, corrections);
        }
        return shown;
    }

    /**
     * Another text: in the article's own place while it has not been approved, else as a revision that waits for
     * review.
     *
     * @param slug where the article is to be found; for one that is approved, absent to leave it where it is
     */
    public Manuscript write(
            Content content,
            @Nullable Slug slug,
            @Nullable String correction,
            List<String> nextWriters,
            String account,
            String name,
            Instant now) {
        Edit next = new Edit(texts + 1, account, name, now);
        if (article.state() == ArticleState.APPROVED) {
            PendingRevision nextRevision = new PendingRevision(content, next, ArticleState.PENDING, slug, correction);
            return new Manuscript(
                    article,
                    nextWriters,
                    edit,
                    next.number(),
                    nextRevision,
                    waitingSince == null ? now : waitingSince,
                    notes,
                    decision);
        }
        Article written = article.with(content, now, article.corrections());
        return new Manuscript(
                slug == null ? written : written.at(List.of(slug)),
                nextWriters,
                next,
                next.number(),
                revision,
                waitingSince,
                notes,
                decision);
    }

    /** As it was before the revision. */
    public Manuscript withoutRevision() {
        return new Manuscript(article, writers, edit, texts, null, null, notes, decision);
    }

    /**
     * After a step that its {@link #stage} allows.
     *
     * @param publishAt from when on readers may see what they have not seen yet, for an approval; absent for at once,
     *     or for the time that was decided before
     * @throws IllegalArgumentException if the stage does not allow it
     */
    public Manuscript after(LifeCycleStep step, @Nullable Instant publishAt, Instant now) {
        ArticleState next = stage().after(step, wasApproved())
                .orElseThrow(() -> new IllegalArgumentException(step + " cannot be done in " + stage()));
        return switch (step) {
            case SUBMIT, WITHDRAW, RETURN -> moved(next, now);
            case APPROVE -> approved(publishAt, now);
            case ARCHIVE -> {
                @Nullable PendingRevision kept = revision == null ? null : revision.in(ArticleState.DRAFT);
                // A time of publication is what tells that it was approved.
                Article archived = (wasApproved() ? article : article.unpublished()).in(ArticleState.ARCHIVED);
                yield new Manuscript(archived, writers, edit, texts, kept, null, notes, decision);
            }
            case RESTORE -> new Manuscript(article.in(next), writers, edit, texts, revision, null, notes, decision);
        };
    }

    /** With what was decided about it. */
    public Manuscript decided(ReviewDecision made, List<ReviewNote> more) {
        List<ReviewNote> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Manuscript(article, writers, edit, texts, revision, waitingSince, newest(all, MOST_NOTES), made);
    }

    private Manuscript moved(ArticleState next, Instant now) {
        @Nullable Instant waiting = next == ArticleState.PENDING ? now : null;
        return revision == null
                ? new Manuscript(article.in(next), writers, edit, texts, null, waiting, notes, decision)
                : new Manuscript(article, writers, edit, texts, revision.in(next), waiting, notes, decision);
    }

    private Manuscript approved(@Nullable Instant publishAt, Instant now) {
        if (revision == null) {
            Instant time = publishAt == null || publishAt.isBefore(now) ? now : publishAt;
            Article published = article.publishedAt(time).in(ArticleState.APPROVED);
            return new Manuscript(published, writers, edit, texts, null, null, notes, decision);
        }
        Instant decided = Objects.requireNonNull(article.publishedAt());
        Article changed = article.with(revision.content(), now, withCorrection(now));
        if (!changed.isPublic(now)) {
            Instant time = publishAt == null ? decided : publishAt;
            changed = changed.publishedAt(time.isBefore(now) ? now : time);
        }
        if (revision.slug() != null) {
            changed = changed.at(slugsWith(revision.slug()));
        }
        return new Manuscript(changed, writers, revision.edit(), texts, null, null, notes, decision);
    }

    private List<Correction> withCorrection(Instant now) {
        @Nullable String text = Objects.requireNonNull(revision).correction();
        if (text == null) {
            return article.corrections();
        }
        List<Correction> all = new ArrayList<>(article.corrections());
        all.add(new Correction(text, now));
        return newest(all, MOST_CORRECTIONS);
    }

    private List<Slug> slugsWith(Slug current) {
        List<Slug> all = new ArrayList<>(List.of(current));
        article.slugs().stream()
                .filter(slug -> !slug.equals(current))
                .limit(MOST_SLUGS - 1L)
                .forEach(all::add);
        return all;
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
