package org.ardina.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes articles from elsewhere into the paper, each once however often it arrives. */
@ApplicationScoped
public class ArticleIntake {

    private static final int ATTEMPTS = 5;

    @Inject
    private ArticleRepository repository;

    /** What is stored under these {@link Origin#key keys}. */
    public Map<String, Stored> find(Collection<String> keys) {
        return repository.findByOrigin(keys);
    }

    /**
     * Stores those that are not there yet, and returns by key what is there afterwards. An article whose stored origin
     * is not the arrival's own was there before and is left as it was.
     */
    public Map<String, Stored> take(List<Arrival> arrivals) {
        Map<String, Stored> stored = new HashMap<>();
        List<Arrival> pending = new ArrayList<>(arrivals);
        for (int attempt = 0; attempt < ATTEMPTS && !pending.isEmpty(); attempt++) {
            stored.putAll(
                    find(pending.stream().map(arrival -> arrival.origin().key()).toList()));
            Map<String, Arrival> absent = new LinkedHashMap<>();
            for (Arrival arrival : pending) {
                if (!stored.containsKey(arrival.origin().key())) {
                    absent.putIfAbsent(arrival.origin().key(), arrival);
                }
            }
            List<Article> articles = withFreeSlugs(absent.values());
            Set<Article> clashing = new HashSet<>(repository.insert(articles));
            pending.clear();
            for (Article article : articles) {
                Origin origin = originOf(article);
                if (clashing.contains(article)) {
                    pending.add(Objects.requireNonNull(absent.get(origin.key())));
                } else {
                    stored.put(origin.key(), new Stored(article.id(), origin));
                }
            }
        }
        if (!pending.isEmpty()) {
            throw new IllegalStateException(
                    "No free slug was found for " + pending.get(0).slug());
        }
        return stored;
    }

    private List<Article> withFreeSlugs(Collection<Arrival> arrivals) {
        Set<String> taken = repository.findTaken(arrivals.stream()
                .flatMap(arrival -> FreeSlugs.candidates(arrival.slug()))
                .toList());
        List<Article> articles = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            ArticleId id = ArticleDocuments.nextId();
            Slug slug = FreeSlugs.candidates(arrival.slug())
                    .filter(candidate -> taken.add(candidate.value()))
                    .findFirst()
                    .orElseGet(() -> FreeSlugs.withPartOf(id, arrival.slug()));
            articles.add(article(id, slug, arrival));
        }
        return articles;
    }

    private static Article article(ArticleId id, Slug slug, Arrival arrival) {
        Instant now = Instant.now();
        Instant updatedAt = arrival.updatedAt() == null ? now : arrival.updatedAt();
        if (arrival.updatedAt() == null
                && arrival.publishedAt() != null
                && arrival.publishedAt().isBefore(now)) {
            updatedAt = arrival.publishedAt();
        }
        return new Article(
                id,
                List.of(slug),
                arrival.content(),
                arrival.state(),
                now,
                arrival.publishedAt(),
                updatedAt,
                1,
                arrival.origin());
    }

    private static Origin originOf(Article article) {
        Origin origin = article.origin();
        if (origin == null) {
            throw new IllegalStateException("An arrival has an origin");
        }
        return origin;
    }

    /** An imported article that is in the paper. */
    public record Stored(ArticleId id, Origin origin) {}
}
