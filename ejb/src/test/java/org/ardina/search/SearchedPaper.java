package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.Author;
import org.ardina.article.Body;
import org.ardina.article.BodyFormat;
import org.ardina.article.Content;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/** A few articles in an index, and searches in it. */
final class SearchedPaper implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final ArticleIndex index;
    private int count;

    private SearchedPaper(ArticleIndex index) {
        this.index = index;
    }

    static SearchedPaper in(Path directory) {
        return in(directory, "1");
    }

    static SearchedPaper in(Path directory, String form) {
        try {
            return new SearchedPaper(SearchIndex.open(directory, form));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ArticleIndex index() {
        return index;
    }

    /** An article of the first day of the year, by Rosa, in the topic city. */
    Draft article(String headline, String body) {
        return new Draft(headline, body, "en", "city", "Rosa Maria", Instant.parse("2026-01-01T00:00:00Z"));
    }

    /** What an article is to be like before it is put into the index. */
    record Draft(String headline, String body, String language, String topic, String author, Instant publishedAt) {

        Draft language(String other) {
            return new Draft(headline, body, other, topic, author, publishedAt);
        }

        Draft topic(String other) {
            return new Draft(headline, body, language, other, author, publishedAt);
        }

        Draft author(String other) {
            return new Draft(headline, body, language, topic, other, publishedAt);
        }

        Draft published(String other) {
            return new Draft(headline, body, language, topic, author, Instant.parse(other));
        }
    }

    SearchedPaper with(Draft... drafts) {
        try {
            for (Draft draft : drafts) {
                index.put(article(draft, count++, 1));
            }
            index.refresh();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    static Article article(Draft draft, int number, long version) {
        Slug author = Slug.of(draft.author(), "en", new Slug("somebody"));
        return new Article(
                new ArticleId("%024x".formatted(number)),
                List.of(new Slug("article-" + number)),
                new Content(
                        draft.headline(),
                        "",
                        new Body(BodyFormat.HTML, draft.body(), "<p>" + draft.body() + "</p>", 1),
                        new Slug(draft.topic()),
                        List.of(),
                        List.of(new Author(author, draft.author())),
                        draft.language(),
                        null),
                ArticleState.APPROVED,
                draft.publishedAt(),
                draft.publishedAt(),
                draft.publishedAt(),
                version,
                null);
    }

    SearchResult find(String text) {
        return find(query(text, null));
    }

    static SearchQuery query(String text, @Nullable String topic) {
        return new SearchQuery(
                text, topic == null ? null : new Slug(topic), null, null, null, SearchOrder.RELEVANCE, 0, 10);
    }

    SearchResult find(SearchQuery query) {
        try {
            IndexSearcher searcher = index.acquire();
            try {
                SearchResult result =
                        new ArticleSearch(searcher.getIndexReader(), query, NOW).result(id -> false, true);
                FoundArticles alone = new ArticleSearch(searcher.getIndexReader(), query, NOW).articles(id -> false);
                assertThat(alone)
                        .as("the same articles without what a page shows beside them")
                        .isEqualTo(new FoundArticles(
                                result.hits().stream().map(SearchHit::article).toList(), result.total()));
                return result;
            } finally {
                index.release(searcher);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> headlines(String text) {
        return headlines(find(text)).toList();
    }

    static Stream<String> headlines(SearchResult result) {
        return result.hits().stream().map(hit -> hit.article().headline());
    }

    @Override
    public void close() {
        index.close();
    }
}
