package org.ardina.article;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What the public reads: published articles, one by one and in lists, newest first. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Articles {

    @Inject
    private ArticleRepository repository;

    /** The published article to which this slug leads; a former slug leads to it too. */
    public Optional<Article> find(Slug slug) {
        return repository.findBySlug(slug).filter(article -> article.isPublic(Instant.now()));
    }

    /**
     * The newest articles.
     *
     * @param cursor {@link Page#next} of the page before; absent for the first
     * @param limit from 1 to {@value Page#MAXIMUM_LIMIT}
     * @throws InvalidInputException if the limit or the cursor is none
     */
    public Page<ArticleSummary> latest(@Nullable String cursor, int limit) {
        return repository.findPublic(Instant.now(), place(cursor), bounded(limit));
    }

    /** The newest articles of a topic; otherwise as {@link #latest}. */
    public Page<ArticleSummary> latestInTopic(Slug topic, @Nullable String cursor, int limit) {
        return repository.findPublicInTopic(topic, Instant.now(), place(cursor), bounded(limit));
    }

    /** The newest articles with this name in their byline; otherwise as {@link #latest}. */
    public Page<ArticleSummary> latestByAuthor(Slug username, @Nullable String cursor, int limit) {
        return repository.findPublicByAuthor(username, Instant.now(), place(cursor), bounded(limit));
    }

    /** How many published articles the topic has. */
    public long countInTopic(Slug topic) {
        return repository.countPublic(topic);
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
}
