package org.ardina.article;

import org.jspecify.annotations.Nullable;

/**
 * Another text for an article that is approved. Readers go on with the approved one until this is approved too.
 *
 * @param state {@link ArticleState#PENDING}, or {@link ArticleState#DRAFT} when it was returned or withdrawn
 * @param slug the address to which the article is to move, if it is
 * @param correction what readers are to be told when it is approved, if anything
 */
public record PendingRevision(
        Content content,
        Edit edit,
        ArticleState state,
        @Nullable Slug slug,
        @Nullable String correction) {

    public PendingRevision {
        if (state != ArticleState.DRAFT && state != ArticleState.PENDING) {
            throw new IllegalArgumentException("A revision is a draft or pending");
        }
    }

    PendingRevision in(ArticleState next) {
        return new PendingRevision(content, edit, next, slug, correction);
    }
}
