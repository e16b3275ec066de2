package org.ardina.comment;

import java.util.Optional;
import org.ardina.article.ArticleId;

/** What can be liked. */
record LikeTarget(String value) {

    private static final String ARTICLE = "article:";
    private static final String COMMENT = "comment:";

    static LikeTarget of(ArticleId article) {
        return new LikeTarget(ARTICLE + article);
    }

    static LikeTarget of(CommentId comment) {
        return new LikeTarget(COMMENT + comment);
    }

    Optional<ArticleId> article() {
        return value.startsWith(ARTICLE)
                ? Optional.of(new ArticleId(value.substring(ARTICLE.length())))
                : Optional.empty();
    }

    Optional<CommentId> comment() {
        return value.startsWith(COMMENT)
                ? Optional.of(new CommentId(value.substring(COMMENT.length())))
                : Optional.empty();
    }
}
