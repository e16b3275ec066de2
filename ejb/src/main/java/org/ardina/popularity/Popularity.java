package org.ardina.popularity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What is read most, and how often. */
@ApplicationScoped
public class Popularity {

    private static final int RANKED = 200;
    private static final int MOST_RANKINGS = 1000;
    private static final int MOST_VIEWS = 20_000;

    /** Of the ranked articles some may have been archived since, or stand in another topic now. */
    private static final int SPARE = 20;

    private static final Pattern CURSOR = Pattern.compile("p([0-9]{1,4})");

    private final LoadingCache<Ranking, List<RankedArticle>> rankings = Caffeine.newBuilder()
            .maximumSize(MOST_RANKINGS)
            .expireAfter(Expiry.<Ranking, List<RankedArticle>>creating(
                    (ranking, articles) -> ranking.period().freshness()))
            .build(this::rank);

    /** What lists show, as what many look at is in many of them. */
    private final Cache<ArticleId, Long> views = Caffeine.newBuilder()
            .maximumSize(MOST_VIEWS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @Inject
    private ReadRepository repository;

    @Inject
    private Articles articles;

    private record Ranking(Period period, @Nullable Slug topic) {}

    /**
     * The most popular articles, of a topic or all.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value Page#MAXIMUM_LIMIT}
     * @throws InvalidInputException if the limit or the cursor is none
     */
    public Page<PopularArticle> list(Period period, @Nullable Slug topic, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException(
                    "invalid-limit", "The limit is a number from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        List<RankedArticle> ranked = rankings.get(new Ranking(period, topic));
        int position = Math.min(position(cursor), ranked.size());
        List<RankedArticle> candidates = ranked.subList(position, Math.min(ranked.size(), position + limit + SPARE));
        Map<ArticleId, ArticleSummary> found =
                articles.find(candidates.stream().map(RankedArticle::article).toList()).stream()
                        .collect(Collectors.toMap(ArticleSummary::id, Function.identity()));
        List<PopularArticle> popular = new ArrayList<>();
        for (RankedArticle candidate : candidates) {
            if (popular.size() == limit) {
                break;
            }
            position++;
            ArticleSummary article = found.get(candidate.article());
            if (article != null && (topic == null || topic.equals(article.topic()))) {
                popular.add(new PopularArticle(article, candidate.reads()));
            }
        }
        return new Page<>(popular, position < ranked.size() ? "p" + position : null);
    }

    /** The most popular articles of the shortest period, from a day on, in which so many were read; else of a month. */
    public List<ArticleSummary> recent(@Nullable Slug topic, int number) {
        List<ArticleSummary> recent = List.of();
        for (Period period : List.of(Period.DAY, Period.WEEK, Period.MONTH)) {
            recent = list(period, topic, null, number).items().stream()
                    .map(PopularArticle::article)
                    .toList();
            if (recent.size() == number) {
                return recent;
            }
        }
        return recent;
    }

    /** How often these articles were ever read, as far as was known up to a minute ago. */
    public Map<ArticleId, Long> views(Collection<ArticleId> ids) {
        Set<ArticleId> asked = Set.copyOf(ids);
        Map<ArticleId, Long> known = views.getAllPresent(asked);
        if (known.size() == asked.size()) {
            return known;
        }
        // All of them, as one question costs about as much as for those alone that have grown old.
        Map<ArticleId, Long> read = total(asked);
        views.putAll(read);
        return read;
    }

    /** How often an article was ever read. */
    public long views(ArticleId id) {
        return total(Set.of(id)).getOrDefault(id, 0L);
    }

    private Map<ArticleId, Long> total(Set<ArticleId> ids) {
        Map<ArticleId, Long> read = repository.total(ids);
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> read.getOrDefault(id, 0L)));
    }

    private List<RankedArticle> rank(Ranking ranking) {
        Period period = ranking.period();
        return repository.rank(period.span(), period.begin(Instant.now()), ranking.topic(), RANKED);
    }

    private static int position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        Matcher matcher = CURSOR.matcher(cursor);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "invalid-cursor", "The cursor is not one that a list gave out; begin again without it.");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
