package org.ardina.newsletter;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** The stories of an edition by topic, each topic being looked up once however many readers have chosen it. */
final class EditionStories {

    /** What one reads in a letter. */
    static final int MOST = 20;

    /** More than are published between the time at which an edition is due and that at which it is sent. */
    private static final int LOOKED_AT = Page.MAXIMUM_LIMIT;

    private final Edition edition;
    private final Articles articles;
    private final Map<Slug, List<ArticleSummary>> byTopic = new HashMap<>();
    private @Nullable List<ArticleSummary> all;

    EditionStories(Edition edition, Articles articles) {
        this.edition = edition;
        this.articles = articles;
    }

    /** The newest stories of some topics, or of the whole paper. */
    List<ArticleSummary> of(List<Slug> topics) {
        if (topics.isEmpty()) {
            if (all == null) {
                all = newest(articles.latest(null, LOOKED_AT).items().stream());
            }
            return all;
        }
        return newest(topics.stream().flatMap(topic -> ofTopic(topic).stream()));
    }

    private List<ArticleSummary> ofTopic(Slug topic) {
        return byTopic.computeIfAbsent(
                topic, absent -> newest(articles.latestInTopic(topic, null, LOOKED_AT).items().stream()));
    }

    private List<ArticleSummary> newest(Stream<ArticleSummary> stories) {
        return stories.filter(story -> isIn(story.publishedAt()))
                .sorted(Comparator.comparing(ArticleSummary::publishedAt)
                        .reversed()
                        .thenComparing(story -> story.id().value()))
                .limit(MOST)
                .toList();
    }

    private boolean isIn(Instant time) {
        return !time.isBefore(edition.from()) && time.isBefore(edition.due());
    }
}
