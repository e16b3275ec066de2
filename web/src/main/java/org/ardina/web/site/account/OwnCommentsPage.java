package org.ardina.web.site.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.comment.Comment;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own comments, newest first.
 *
 * @param articles that they are about, as far as they are published
 * @param older where the following part begins, absent at the end
 */
public record OwnCommentsPage(
        Form form,
        List<Comment> comments,
        Map<ArticleId, Article> articles,
        @Nullable String older,
        Instant now) {

    public OwnCommentsPage {
        comments = List.copyOf(comments);
        articles = Map.copyOf(articles);
    }

    public @Nullable Article article(Comment comment) {
        return articles.get(comment.article());
    }
}
