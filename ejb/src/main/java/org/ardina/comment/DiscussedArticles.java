package org.ardina.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.problem.NotFoundException;

/**
 * The articles that are commented on, and whether and how they are, at hand. What was found in MongoDB is believed for a
 * second, unless it changes here: a conversation that is closed on another replica takes comments for that much longer.
 */
@ApplicationScoped
class DiscussedArticles {

    private static final Duration BELIEVED = Duration.ofSeconds(1);

    /** Few, as each holds its text. */
    private static final int MOST = 100;

    private final Cache<Slug, DiscussedArticle> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

    @Inject
    private Articles articles;

    @Inject
    private ConversationRepository conversations;

    /**
     * The article to which this slug leads.
     *
     * @throws NotFoundException if none is published there
     */
    DiscussedArticle find(Slug slug) {
        return found.get(
                slug,
                missing -> articles.find(missing)
                        .map(article -> new DiscussedArticle(article, conversations.find(article.id())))
                        .orElseThrow(() -> new NotFoundException("article")));
    }

    /** Has them looked up anew, after a change. */
    void forget() {
        found.invalidateAll();
    }
}
