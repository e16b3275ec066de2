package org.ardina.web.api;

import java.time.Instant;
import java.util.List;
import org.ardina.article.Article;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.comment.Conversation;
import org.jspecify.annotations.Nullable;

/** An article as the API shows it; in lists without body, tags, version and numbers. */
public record ArticleView(
        String id,
        String slug,
        String headline,
        String standfirst,
        @Nullable String body,
        @Nullable String topic,
        @Nullable List<String> tags,
        List<Byline> authors,
        String language,
        String state,
        Instant publishedAt,
        Instant updatedAt,
        @Nullable Long version,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views) {

    public record Byline(String username, String name) {

        static Byline of(Author author) {
            return new Byline(author.username().value(), author.name());
        }
    }

    static ArticleView of(Article article, Instant publishedAt, Conversation conversation, long views) {
        return new ArticleView(
                article.id().value(),
                article.slug().value(),
                article.content().headline(),
                article.content().standfirst(),
                article.content().body().html(),
                article.content().topic() == null
                        ? null
                        : article.content().topic().value(),
                article.content().tags(),
                article.content().authors().stream().map(Byline::of).toList(),
                article.content().language(),
                article.state().name(),
                publishedAt,
                article.updatedAt(),
                article.version(),
                conversation.likes(),
                conversation.comments(),
                views);
    }

    static ArticleView of(ArticleSummary article, @Nullable Long views) {
        return new ArticleView(
                article.id().value(),
                article.slug().value(),
                article.headline(),
                article.standfirst(),
                null,
                article.topic() == null ? null : article.topic().value(),
                null,
                article.authors().stream().map(Byline::of).toList(),
                article.language(),
                "APPROVED",
                article.publishedAt(),
                article.updatedAt(),
                null,
                null,
                null,
                views);
    }
}
