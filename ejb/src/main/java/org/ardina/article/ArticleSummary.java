package org.ardina.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list shows of a published article. */
public record ArticleSummary(
        ArticleId id,
        Slug slug,
        String headline,
        String standfirst,
        @Nullable Slug topic,
        List<Author> authors,
        String language,
        @Nullable Picture picture,
        Instant publishedAt,
        Instant updatedAt,
        int words) {}
