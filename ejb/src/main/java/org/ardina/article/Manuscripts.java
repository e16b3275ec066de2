package org.ardina.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ardina.problem.BusyException;
import org.ardina.problem.ChangedMeanwhileException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/**
 * Articles as the newsroom has them, in every state. Each change is one write that names the version it was made from, so
 * that of several at once one takes effect and the others are decided again. It asks nobody who they are: services do.
 */
@ApplicationScoped
public class Manuscripts {

    private static final int ATTEMPTS = 20;

    @Inject
    private ManuscriptRepository repository;

    @Inject
    private RevisionRepository revisions;

    /** A new draft. */
    public Manuscript create(Content content, Slug wished, List<String> writers, String account, String name) {
        Instant now = now();
        ArticleId id = ArticleDocuments.nextId();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Slug slug = free(wished, id);
            Article article = new Article(id, List.of(slug), content, ArticleState.DRAFT, now, null, now, 1, null);
            Manuscript manuscript =
                    new Manuscript(article, writers, new Edit(1, account, name, now), 1, null, null, List.of(), null);
            if (repository.insert(manuscript)) {
                return manuscript;
            }
        }
        throw new BusyException("Too many change this at once. Try again in a moment.");
    }

    public Optional<Manuscript> find(ArticleId id) {
        return repository.find(id);
    }

    public Optional<Manuscript> find(Slug slug) {
        return repository.find(slug);
    }

    /**
     * Changes an article.
     *
     * @param expected the version that the change is meant for; absent for whichever there is
     * @param change may be asked more than once, of what is stored then; throws what keeps it from happening
     * @throws NotFoundException if there is no such article
     * @throws ChangedMeanwhileException if it has another version than the expected one
     */
    public Manuscript change(ArticleId id, @Nullable Long expected, UnaryOperator<Manuscript> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Manuscript before = find(id).orElseThrow(() -> new NotFoundException("article"));
            Manuscript after = change.apply(before);
            if (expected != null && before.version() != expected) {
                throw new ChangedMeanwhileException(before.version());
            }
            keepTexts(before, after);
            Optional<Manuscript> changed = repository.replace(before, after);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new BusyException("Too many change this at once. Try again in a moment.");
    }

    /** A slug like this that leads to no other article at the moment. */
    public Slug free(Slug wished, ArticleId id) {
        List<Slug> candidates = FreeSlugs.candidates(wished).toList();
        List<String> taken = new ArrayList<>(repository.findTakenByOthers(candidates, id));
        return candidates.stream()
                .filter(candidate -> !taken.contains(candidate.value()))
                .findFirst()
                .orElseGet(() -> FreeSlugs.withPartOf(id, wished));
    }

    /** What waits for a decision, that which waits longest first. */
    public Page<ManuscriptSummary> waiting(@Nullable String cursor, int limit) {
        return repository.findWaiting(place(cursor), bounded(limit));
    }

    /** How much waits for a decision. */
    public long countWaiting() {
        return repository.countWaiting();
    }

    public long count(ArticleState state) {
        return repository.count(state);
    }

    /**
     * The articles of a writer, what changed last first.
     *
     * @param account its id
     */
    public Page<ManuscriptSummary> writtenBy(
            String account, @Nullable ArticleState state, @Nullable String cursor, int limit) {
        return repository.findWrittenBy(account, state, place(cursor), bounded(limit));
    }

    /** The articles that a filter lets through, by the time of their publication or last writing, newest first. */
    public Page<ManuscriptSummary> list(ArticleFilter filter, @Nullable String cursor, int limit) {
        return repository.findListed(filter, place(cursor), bounded(limit));
    }

    /** The articles of a writer about which something was decided, newest decision first. */
    public List<ManuscriptSummary> decided(String account, int limit) {
        return repository.findDecided(account, bounded(limit));
    }

    /** Of these articles those that are approved, to be read now or from a later time on. */
    public Set<ArticleId> approved(Collection<ArticleId> ids) {
        return ids.isEmpty() ? Set.of() : repository.findApprovedIds(ids);
    }

    /** Whether an article stands in the topic, in whichever state, or a revision is to. */
    public boolean isUsed(Slug topic) {
        return repository.isUsed(topic);
    }

    /**
     * Puts articles of a topic, and revisions that are to stand in it, into another.
     *
     * @return how many were found; fewer than the limit does not mean that no more are there
     */
    public int move(Slug from, Slug to, int limit) {
        return repository.move(from, to, limit);
    }

    /** How the texts of an article came to be, newest first. */
    public List<Edit> edits(Manuscript manuscript) {
        PendingRevision revision = manuscript.revision();
        List<Edit> current =
                revision == null ? List.of(manuscript.edit()) : List.of(revision.edit(), manuscript.edit());
        return Stream.concat(
                        current.stream(),
                        revisions.list(manuscript.id()).stream()
                                .filter(former -> current.stream().noneMatch(edit -> edit.number() == former.number())))
                .toList();
    }

    /** A text of an article: what it has, is to have, or had. */
    public Optional<ArticleRevision> text(Manuscript manuscript, int number) {
        return texts(manuscript)
                .filter(text -> text.edit().number() == number)
                .findFirst()
                .or(() -> revisions.find(manuscript.id(), number));
    }

    /** Keeps the texts that a change takes out of the article, before it does. */
    private void keepTexts(Manuscript before, Manuscript after) {
        texts(before)
                .filter(text -> texts(after)
                        .noneMatch(left -> left.edit().number() == text.edit().number()))
                .forEach(revisions::keep);
    }

    private static Stream<ArticleRevision> texts(Manuscript manuscript) {
        PendingRevision revision = manuscript.revision();
        Stream<ArticleRevision> own = Stream.of(new ArticleRevision(
                manuscript.id(), manuscript.edit(), manuscript.article().content()));
        return revision == null
                ? own
                : Stream.concat(
                        own, Stream.of(new ArticleRevision(manuscript.id(), revision.edit(), revision.content())));
    }

    private static @Nullable Cursor place(@Nullable String cursor) {
        return cursor == null ? null : Cursor.parse(cursor);
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException(
                    "invalid-limit", "The limit is a number from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        return limit;
    }

    /** Now, as exactly as the store keeps it. */
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
