package org.ardina.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that comes from elsewhere.
 *
 * @param slug wished for; numbered when it is taken
 */
public record Arrival(
        Content content,
        Slug slug,
        ArticleState state,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        Origin origin) {

    /** The same in another topic. */
    public Arrival in(Slug topic) {
        return new Arrival(content.in(topic), slug, state, publishedAt, updatedAt, origin);
    }
}
