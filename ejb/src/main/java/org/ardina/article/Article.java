package org.ardina.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article of the paper. It is written as a draft, submitted, approved (at once or for a later time) and may be
 * archived; see {@link ArticleState}.
 *
 * @param slugs all that lead here, the current one first; none is ever another article's
 * @param publishedAt when readers may see it, once approved
 * @param updatedAt when its content last changed
 * @param version grows by one with every change
 * @param corrections that its readers are told of, oldest first
 */
public record Article(
        ArticleId id,
        List<Slug> slugs,
        Content content,
        ArticleState state,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        long version,
        @Nullable Origin origin,
        List<Correction> corrections) {

    /** An article without corrections. */
    public Article(
            ArticleId id,
            List<Slug> slugs,
            Content content,
            ArticleState state,
            Instant createdAt,
            @Nullable Instant publishedAt,
            Instant updatedAt,
            long version,
            @Nullable Origin origin) {
        this(id, slugs, content, state, createdAt, publishedAt, updatedAt, version, origin, List.of());
    }

    public Article {
        slugs = List.copyOf(slugs);
        corrections = List.copyOf(corrections);
        if (slugs.isEmpty()) {
            throw new IllegalArgumentException("An article has at least one slug");
        }
        if (state == ArticleState.APPROVED && publishedAt == null) {
            throw new IllegalArgumentException("An approved article has a time of publication");
        }
    }

    public Slug slug() {
        return slugs.get(0);
    }

    /** Whether readers see it at that time. */
    public boolean isPublic(Instant now) {
        return state == ArticleState.APPROVED && publishedAt != null && !publishedAt.isAfter(now);
    }

    Article in(ArticleState next) {
        return new Article(id, slugs, content, next, createdAt, publishedAt, updatedAt, version, origin, corrections);
    }

    Article at(List<Slug> next) {
        return new Article(id, next, content, state, createdAt, publishedAt, updatedAt, version, origin, corrections);
    }

    /** To be read from that time on: until then nothing of it was ever changed for its readers. */
    Article publishedAt(Instant time) {
        return new Article(id, slugs, content, state, createdAt, time, time, version, origin, corrections);
    }

    Article unpublished() {
        return new Article(id, slugs, content, state, createdAt, null, updatedAt, version, origin, corrections);
    }

    Article with(Content next, Instant now, List<Correction> told) {
        return new Article(id, slugs, next, state, createdAt, publishedAt, now, version, origin, told);
    }
}
