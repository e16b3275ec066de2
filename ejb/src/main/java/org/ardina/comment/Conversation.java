package org.ardina.comment;

import org.ardina.article.ArticleId;

/**
 * What readers make of an article, in numbers.
 *
 * @param comments those that everybody reads
 * @param closed whether an administrator has ended it
 */
public record Conversation(ArticleId article, long likes, long comments, boolean closed, long version) {

    static Conversation none(ArticleId article) {
        return new Conversation(article, 0, 0, false, 0);
    }

    /** Whether nothing has ever happened in it. */
    public boolean isUntouched() {
        return version == 0;
    }
}
