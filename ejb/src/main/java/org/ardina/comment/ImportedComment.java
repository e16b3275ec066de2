package org.ardina.comment;

import java.time.Instant;
import org.ardina.article.ArticleId;
import org.jspecify.annotations.Nullable;

/**
 * A comment that was written elsewhere, under an article that was imported.
 *
 * @param key identifies it within its article
 * @param parent the key of the comment that it answers
 * @param author a name, not an account of this site
 * @param body as it came: untrusted
 */
public record ImportedComment(
        ArticleId article,
        String key,
        @Nullable String parent,
        String author,
        String body,
        @Nullable Instant writtenAt,
        boolean approved) {}
