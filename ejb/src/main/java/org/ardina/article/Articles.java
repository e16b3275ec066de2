package org.ardina.article;

import static com.mongodb.client.model.Filters.eq;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.bson.conversions.Bson;
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
        return page(null, cursor, limit);
    }

    /** The newest articles of a topic; otherwise as {@link #latest}. */
    public Page<ArticleSummary> latestInTopic(Slug topic, @Nullable String cursor, int limit) {
        return page(eq("content.topic", topic.value()), cursor, limit);
    }

    /** The newest articles with this name in their byline; otherwise as {@link #latest}. */
    public Page<ArticleSummary> latestByAuthor(Slug username, @Nullable String cursor, int limit) {
        return page(eq("content.authors.username", username.value()), cursor, limit);
    }

    /** How many published articles the topic has. */
    public long countInTopic(Slug topic) {
        return repository.countPublic(topic);
    }

    private Page<ArticleSummary> page(@Nullable Bson condition, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException(
                    "invalid-limit", "The limit is a number from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
        return repository.findPublic(condition, Instant.now(), cursor == null ? null : Cursor.parse(cursor), limit);
    }
}
