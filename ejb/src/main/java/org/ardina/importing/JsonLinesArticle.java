package org.ardina.importing;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ardina.article.BodyFormat;
import org.ardina.importing.JsonRecord.Value;
import org.ardina.importing.markup.PlainText;
import org.jspecify.annotations.Nullable;

/** Makes an article of one JSON object with the fields of Ardina's import format. */
final class JsonLinesArticle {

    private static final Map<String, BodyFormat> FORMATS = Map.of(
            "", BodyFormat.HTML,
            "html", BodyFormat.HTML,
            "markdown", BodyFormat.MARKDOWN,
            "text", BodyFormat.TEXT);

    private JsonLinesArticle() {}

    /** @param place of the object in its file */
    static SourceItem of(JsonRecord record, String place) {
        SourceArticleBuilder article = new SourceArticleBuilder(place).headline(record.textOrEmpty("headline"));
        for (String name : new String[] {"headline", "body", "published", "url"}) {
            if (record.isStructured(name)) {
                return article.failed("its “" + name + "” is not text");
            }
        }
        BodyFormat format = FORMATS.get(record.textOrEmpty("body_format").toLowerCase(Locale.ROOT));
        if (format == null) {
            return article.failed("its body_format is not html, markdown or text");
        }
        String published = record.textOrEmpty("published");
        Instant publishedAt = SourceDates.parse(published);
        if (publishedAt == null && !published.isBlank()) {
            return article.failed("its date “" + PlainText.cut(PlainText.line(published), 40) + "” cannot be read");
        }
        if (record.textOrEmpty("headline").isBlank()) {
            return article.failed("has no headline");
        }
        for (Value author : record.all("authors")) {
            addAuthor(article, author);
        }
        record.all("topics").stream()
                .flatMap(topic -> Stream.ofNullable(topic.text()))
                .forEach(article::section);
        URI url = WebAddress.absolute(record.textOrEmpty("url"));
        return article.key(key(record))
                .standfirst(standfirst(record))
                .body(format, record.textOrEmpty("body"))
                .language(record.text("lang"))
                .slug(record.text("slug"))
                .url(url)
                .picture(record.text("image"))
                .publishedAt(publishedAt)
                .build();
    }

    private static void addAuthor(SourceArticleBuilder article, Value author) {
        String name = author.text();
        if (name != null) {
            article.author(null, name);
        } else {
            article.author(author.fields().get("username"), author.fields().getOrDefault("name", ""));
        }
    }

    private static String standfirst(JsonRecord record) {
        return Stream.of("standfirst", "summary", "subtitle")
                .map(record::textOrEmpty)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String key(JsonRecord record) {
        @Nullable String url = record.text("url");
        if (url != null && !url.isBlank()) {
            return url.strip();
        }
        return SourceKey.of(
                record.text("source"),
                record.text("slug"),
                record.text("published"),
                record.text("headline"),
                record.text("source_path"));
    }
}
