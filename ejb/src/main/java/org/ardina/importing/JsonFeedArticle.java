package org.ardina.importing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ardina.article.BodyFormat;
import org.ardina.importing.JsonRecord.Value;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes an article of one item of a JSON Feed. */
final class JsonFeedArticle {

    static final Set<String> FIELDS = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "image",
            "banner_image",
            "date_published",
            "date_modified",
            "author",
            "authors",
            "tags",
            "language");

    private JsonFeedArticle() {}

    /** @param number of the item in its feed, from 1 */
    static SourceItem of(JsonRecord item, int number, List<Value> feedAuthors, @Nullable String feedLanguage) {
        SourceArticleBuilder article = new SourceArticleBuilder("item " + number).headline(item.textOrEmpty("title"));
        String published = item.textOrEmpty("date_published");
        Instant publishedAt = SourceDates.parse(published);
        if (publishedAt == null && !published.isBlank()) {
            return article.failed("its date “" + PlainText.cut(PlainText.line(published), 40) + "” cannot be read");
        }
        String html = item.textOrEmpty("content_html");
        if (html.isBlank()) {
            article.body(BodyFormat.TEXT, item.textOrEmpty("content_text"));
        } else {
            article.body(BodyFormat.HTML, html);
        }
        String language = item.text("language");
        URI url = WebAddress.absolute(item.textOrEmpty("url"));
        for (Value author : authors(item, feedAuthors)) {
            article.author(null, author.fields().getOrDefault("name", ""));
        }
        item.all("tags").stream().flatMap(tag -> Stream.ofNullable(tag.text())).forEach(article::section);
        String image = item.text("image");
        return article.key(key(item))
                .standfirst(item.textOrEmpty("summary"))
                .language(language == null ? feedLanguage : language)
                .url(url)
                .picture(image == null ? item.text("banner_image") : image)
                .publishedAt(publishedAt)
                .updatedAt(SourceDates.parse(item.textOrEmpty("date_modified")))
                .headlineFromBody()
                .build();
    }

    private static List<Value> authors(JsonRecord item, List<Value> feedAuthors) {
        List<Value> several = item.all("authors");
        List<Value> own = several.isEmpty() ? item.all("author") : several;
        return own.isEmpty() ? feedAuthors : own;
    }

    private static String key(JsonRecord item) {
        return Stream.of("id", "url", "external_url")
                .map(item::textOrEmpty)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> SourceKey.of(
                        item.text("title"),
                        item.text("date_published"),
                        item.text("content_html"),
                        item.text("content_text")));
    }
}
