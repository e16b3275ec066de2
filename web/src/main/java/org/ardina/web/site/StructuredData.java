package org.ardina.web.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.ardina.article.Article;
import org.ardina.article.Author;
import org.ardina.article.Content;
import org.ardina.article.Correction;
import org.ardina.topic.Topic;

/**
 * The description of an article for search engines: a NewsArticle in JSON-LD.
 *
 * @see <a href="https://schema.org/NewsArticle">schema.org</a>
 */
final class StructuredData {

    private static final JsonFactory JSON = new JsonFactory();

    private StructuredData() {}

    /** A JSON document that can stand inside a script element: it contains no {@code <}, {@code >} or {@code &}. */
    static String newsArticle(Article article, Frame frame) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, article, frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static void write(JsonGenerator json, Article article, Frame frame) throws IOException {
        Content content = article.content();
        String address = frame.absolute("/articles/" + article.slug());
        json.writeStartObject();
        json.writeStringField("@context", "https://schema.org");
        json.writeStringField("@type", "NewsArticle");
        json.writeStringField("@id", address);
        json.writeStringField("mainEntityOfPage", address);
        writeText(json, "headline", content.headline());
        if (!content.standfirst().isBlank()) {
            writeText(json, "description", content.standfirst());
        }
        if (article.publishedAt() != null) {
            json.writeStringField("datePublished", frame.datetime(article.publishedAt()));
        }
        json.writeStringField("dateModified", frame.datetime(article.updatedAt()));
        writeText(json, "inLanguage", content.language());
        json.writeNumberField("wordCount", content.body().words());
        json.writeStringField("image", frame.sharedPicture());
        Topic topic = frame.topic(content.topic());
        if (topic != null) {
            writeText(json, "articleSection", topic.name());
        }
        json.writeArrayFieldStart("keywords");
        for (String tag : content.tags()) {
            json.writeString(Printable.of(tag));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("author");
        for (Author author : content.authors()) {
            json.writeStartObject();
            json.writeStringField("@type", "Person");
            writeText(json, "name", author.name());
            json.writeStringField("url", frame.absolute("/authors/" + author.username()));
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!article.corrections().isEmpty()) {
            json.writeArrayFieldStart("correction");
            for (Correction correction : article.corrections()) {
                json.writeStartObject();
                json.writeStringField("@type", "CorrectionComment");
                writeText(json, "text", correction.text());
                json.writeStringField("datePublished", frame.datetime(correction.publishedAt()));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("publisher");
        json.writeStringField("@type", "NewsMediaOrganization");
        json.writeStringField("name", frame.text("site.name"));
        json.writeStringField("url", frame.absolute("/"));
        json.writeStringField("logo", frame.absolute(frame.asset("icon.png")));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, Printable.of(value));
    }
}
