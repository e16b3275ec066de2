package org.ardina.topic;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** The sections of the paper: which there are, in which order. */
@ApplicationScoped
public class Topics {

    /** More topics than this are not listed. */
    public static final int MAXIMUM_LISTED = 2000;

    private static final Duration FRESHNESS = Duration.ofSeconds(5);
    private static final Comparator<Topic> IN_ORDER = Comparator.comparingInt(Topic::order)
            .thenComparing(Comparator.comparingLong(Topic::articles).reversed())
            .thenComparing(Topic::slug);

    private final LoadingCache<String, Directory> directory = Caffeine.newBuilder()
            .expireAfterWrite(FRESHNESS)
            .build(key -> Directory.of(repository().findInOrder(MAXIMUM_LISTED)));

    @Inject
    private TopicRepository repository;

    @Inject
    private Articles articles;

    /** All topics, those that nobody has placed behind the others by how much they hold; up to five seconds old. */
    public List<Topic> list() {
        return directory.get("").inOrder();
    }

    /**
     * The topics in the order of {@link #list}.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value Page#MAXIMUM_LIMIT}
     * @throws InvalidInputException if the limit or the cursor is none
     */
    public Page<Topic> page(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException(
                    "invalid-limit", "The limit is a number from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        List<Topic> all = list();
        int start = 0;
        if (cursor != null) {
            List<String> slugs = all.stream().map(topic -> topic.slug().value()).toList();
            start = slugs.indexOf(cursor) + 1;
            if (start == 0) {
                throw new InvalidInputException(
                        "invalid-cursor", "The cursor is not one that a list gave out; begin again without it.");
            }
        }
        int end = Math.min(all.size(), start + limit);
        return new Page<>(
                all.subList(start, end),
                end == all.size() ? null : all.get(end - 1).slug().value());
    }

    /** Any topic, at most five seconds old when it is among the listed ones. */
    public Optional<Topic> find(Slug slug) {
        Topic listed = directory.get("").bySlug().get(slug);
        return listed == null ? repository.find(slug) : Optional.of(listed);
    }

    /** The topic to which an address leads that was another one's, renamed or merged since. */
    public Optional<Slug> target(Slug former) {
        Directory known = directory.get("");
        return known.bySlug().containsKey(former)
                ? Optional.empty()
                : known.stored().target(former).or(() -> repository.findTarget(former));
    }

    /** The topic at this address, or that to which it leads. */
    public Optional<Topic> findCurrent(Slug slug) {
        return find(slug).or(() -> target(slug).flatMap(this::find));
    }

    /** The addresses that lead to other topics. */
    Set<Slug> moved() {
        return directory.get("").stored().moves().keySet();
    }

    /**
     * Adds the topics at whose addresses nothing is; those that are there stay as they are.
     *
     * @return of the addresses that lead to another topic, to which
     */
    public Map<Slug, Slug> add(Collection<Topic> topics) {
        Set<Slug> listed = directory.get("").bySlug().keySet();
        List<Topic> others =
                topics.stream().filter(topic -> !listed.contains(topic.slug())).toList();
        TopicRepository.Stored stored =
                repository.find(others.stream().map(Topic::slug).toList());
        Set<Slug> there = stored.topics().stream().map(Topic::slug).collect(Collectors.toSet());
        Map<Slug, Slug> targets = new HashMap<>();
        List<Topic> missing = new ArrayList<>();
        for (Topic topic : others) {
            if (stored.moves().containsKey(topic.slug())) {
                target(topic.slug()).ifPresent(target -> targets.put(topic.slug(), target));
            } else if (!there.contains(topic.slug())) {
                missing.add(topic);
            }
        }
        if (!missing.isEmpty()) {
            repository.insertMissing(missing);
            directory.invalidateAll();
        }
        return targets;
    }

    /** Counts the published articles of these topics anew. */
    public void recount(Collection<Slug> slugs) {
        Map<Slug, Long> counts = new HashMap<>();
        slugs.forEach(slug -> counts.put(slug, articles.countInTopic(slug)));
        repository.setArticles(counts);
        directory.invalidateAll();
    }

    /** Reads the list anew when it is next asked for. */
    void forget() {
        directory.invalidateAll();
    }

    private TopicRepository repository() {
        return repository;
    }

    private record Directory(TopicRepository.Stored stored, List<Topic> inOrder, Map<Slug, Topic> bySlug) {

        static Directory of(TopicRepository.Stored stored) {
            return new Directory(
                    stored,
                    stored.topics().stream().sorted(IN_ORDER).toList(),
                    stored.topics().stream().collect(Collectors.toUnmodifiableMap(Topic::slug, Function.identity())));
        }
    }
}
