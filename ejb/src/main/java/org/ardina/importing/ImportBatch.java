package org.ardina.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ardina.article.Arrival;
import org.ardina.article.ArticleIntake;
import org.ardina.article.Slug;
import org.ardina.comment.CommentIntake;
import org.ardina.comment.ImportedComment;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Takes some items of an import at once. Doing it twice, as after a crash, stores and counts the same as once. */
@ApplicationScoped
class ImportBatch {

    @Inject
    private ArticleIntake articles;

    @Inject
    private CommentIntake comments;

    @Inject
    private Topics topics;

    /** Makes the items of a source, by their number in the file, ready to be taken; nothing is stored. */
    static Preparation prepare(String importId, Map<Long, SourceItem> items) {
        List<ImportProblem> problems = new ArrayList<>();
        Map<Long, Prepared> prepared = new TreeMap<>();
        items.forEach((number, item) -> {
            if (item instanceof UnusableItem unusable) {
                problems.add(new ImportProblem(number, unusable.item(), outcome(unusable), unusable.reason()));
            } else if (item instanceof SourceArticle source) {
                try {
                    prepared.put(number, Prepared.of(source, importId, number));
                } catch (IllegalArgumentException invalid) {
                    problems.add(new ImportProblem(
                            number, source.item(), ImportProblem.Outcome.FAILED, String.valueOf(invalid.getMessage())));
                }
            }
        });
        return new Preparation(items.size(), prepared, problems);
    }

    /**
     * Takes what was prepared.
     *
     * @param touchedTopics receives the topics that got articles
     */
    Result take(String importId, boolean dryRun, Preparation preparation, Set<Slug> touchedTopics) {
        List<ImportProblem> problems = new ArrayList<>(preparation.problems());
        Map<Long, Prepared> prepared = preparation.articles();
        Map<Slug, Slug> currentTopics = dryRun ? Map.of() : topics.add(topicsOf(prepared.values()));
        List<Arrival> arrivals = prepared.values().stream()
                .map(Prepared::arrival)
                .map(arrival -> inCurrentTopic(arrival, currentTopics))
                .toList();
        Map<String, ArticleIntake.Stored> stored = dryRun ? imagine(arrivals) : articles.take(arrivals);
        List<ImportedComment> taken = new ArrayList<>();
        long imported = 0;
        for (Map.Entry<Long, Prepared> entry : prepared.entrySet()) {
            Prepared article = entry.getValue();
            ArticleIntake.@Nullable Stored there =
                    stored.get(article.arrival().origin().key());
            if (there == null || isOwn(there, importId, entry.getKey())) {
                imported++;
                if (!article.notes().isEmpty()) {
                    problems.add(new ImportProblem(
                            entry.getKey(),
                            article.item(),
                            ImportProblem.Outcome.NOTED,
                            String.join("; ", article.notes())));
                }
                if (there != null) {
                    taken.addAll(article.commentsUnder(there.id()));
                    Slug topic = article.arrival().content().topic();
                    if (topic != null) {
                        touchedTopics.add(currentTopics.getOrDefault(topic, topic));
                    }
                }
            } else {
                problems.add(new ImportProblem(
                        entry.getKey(), article.item(), ImportProblem.Outcome.SKIPPED, alreadyThere(there, importId)));
            }
        }
        if (!dryRun) {
            comments.take(taken);
        }
        Map<ImportProblem.Outcome, Long> outcomes =
                problems.stream().collect(Collectors.groupingBy(ImportProblem::outcome, Collectors.counting()));
        return new Result(
                new ImportCounts(
                        preparation.items(),
                        imported,
                        outcomes.getOrDefault(ImportProblem.Outcome.SKIPPED, 0L),
                        outcomes.getOrDefault(ImportProblem.Outcome.FAILED, 0L)),
                problems);
    }

    private static Collection<Topic> topicsOf(Collection<Prepared> articles) {
        Map<Slug, Topic> wanted = new TreeMap<>();
        for (Prepared article : articles) {
            if (article.topic() != null) {
                wanted.putIfAbsent(article.topic().slug(), article.topic());
            }
        }
        return wanted.values();
    }

    private static Arrival inCurrentTopic(Arrival arrival, Map<Slug, Slug> currentTopics) {
        Slug topic = arrival.content().topic();
        Slug current = topic == null ? null : currentTopics.get(topic);
        return current == null ? arrival : arrival.in(current);
    }

    /** What would be there already, of those that the file itself repeats all but the first included. */
    private Map<String, ArticleIntake.Stored> imagine(List<Arrival> arrivals) {
        Set<String> keys = new HashSet<>();
        arrivals.forEach(arrival -> keys.add(arrival.origin().key()));
        return articles.find(keys);
    }

    private static boolean isOwn(ArticleIntake.Stored stored, String importId, long number) {
        return stored.origin().importId().equals(importId) && stored.origin().item() == number;
    }

    private static String alreadyThere(ArticleIntake.Stored stored, String importId) {
        return stored.origin().importId().equals(importId)
                ? "it repeats item " + stored.origin().item() + " of this file"
                : "it was imported before";
    }

    private static ImportProblem.Outcome outcome(UnusableItem unusable) {
        return switch (unusable.outcome()) {
            case SKIPPED -> ImportProblem.Outcome.SKIPPED;
            case FAILED -> ImportProblem.Outcome.FAILED;
        };
    }

    /**
     * Items made ready.
     *
     * @param items how many there were
     * @param articles those that can be taken, by their number in the file
     * @param problems why the others can not
     */
    record Preparation(int items, Map<Long, Prepared> articles, List<ImportProblem> problems) {}

    /** What became of the items. */
    record Result(ImportCounts counts, List<ImportProblem> problems) {}
}
