package org.ardina.article;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What the public reads: published articles, one by one and in lists, newest first. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Articles {

    /** The most articles of the archive at once. */
    public static final int LONGEST_PART = 10_000;

    /** Two hundred years. */
    private static final int MOST_MONTHS = 2400;

    @Inject
    private ArticleRepository repository;

    /** The published article to which this slug leads; a former slug leads to it too. */
    public Optional<Article> find(Slug slug) {
        return repository.findBySlug(slug).filter(article -> article.isPublic(Instant.now()));
    }

    /** Of these articles those that are published, in no order. */
    public List<ArticleSummary> find(Collection<ArticleId> ids) {
        return ids.isEmpty() ? List.of() : repository.findPublic(ids, Instant.now());
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

    /** The months, of UTC, in which articles were published, newest first, and how many in each. */
    public List<ArchiveMonth> archive() {
        Instant now = Instant.now();
        List<ArchiveMonth> months = new ArrayList<>();
        Optional<Instant> newest = repository.findNewestPublication(now);
        while (newest.isPresent() && months.size() < MOST_MONTHS) {
            YearMonth month = YearMonth.from(newest.get().atOffset(ZoneOffset.UTC));
            Instant begin = ArchiveMonth.begin(month);
            months.add(new ArchiveMonth(month, repository.countPublic(begin, newest.get())));
            newest = repository.findNewestPublication(begin.minusMillis(1));
        }
        return months;
    }

    /**
     * A part of the articles published in a span of time, oldest first.
     *
     * @param from inclusive
     * @param before exclusive
     * @param skip how many to leave out
     * @param limit from 1 to {@value #LONGEST_PART}
     */
    public List<ArticleSummary> published(Instant from, Instant before, int skip, int limit) {
        if (limit < 1 || limit > LONGEST_PART) {
            throw new IllegalArgumentException("A part of the archive has at most " + LONGEST_PART + " articles");
        }
        Instant now = Instant.now();
        return repository.findPublicOldestFirst(from, before.isAfter(now) ? now : before, skip, limit);
    }

    /** How many articles were published in a span of time, its end exclusive, and are still to be read. */
    public long countPublished(Instant from, Instant before) {
        Instant now = Instant.now();
        return repository.countPublic(from, before.isAfter(now) ? now : before.minusMillis(1));
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
