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
import org.jspecify.annotations.Nullable;

/**
 * The descriptions of pages for search engines, in JSON-LD: each a JSON document that can stand inside a script element,
 * as it contains no {@code <}, {@code >} or {@code &}.
 *
 * @see <a href="https://schema.org/">schema.org</a>
 */
final class StructuredData {

    private static final JsonFactory JSON = new JsonFactory();

    private StructuredData() {}

    /** What a document says. */
    @FunctionalInterface
    private interface Statement {
        void write(JsonGenerator json) throws IOException;
    }

    /** A NewsArticle. */
    static String newsArticle(Article article, Frame frame) {
        return document("NewsArticle", json -> write(json, article, frame));
    }

    /** The NewsMediaOrganization that publishes the paper. */
    static String paper(Frame frame) {
        return document("NewsMediaOrganization", json -> {
            json.writeStringField("@id", frame.absolute("/") + "#organization");
            writePaper(json, frame);
            json.writeStringField("description", frame.text("site.description"));
        });
    }

    /** The WebSite and how to search it. */
    static String site(Frame frame) {
        return document("WebSite", json -> {
            json.writeStringField("@id", frame.absolute("/") + "#website");
            json.writeStringField("name", frame.text("site.name"));
            json.writeStringField("url", frame.absolute("/"));
            json.writeStringField("inLanguage", frame.language().tag());
            json.writeObjectFieldStart("potentialAction");
            json.writeStringField("@type", "SearchAction");
            json.writeObjectFieldStart("target");
            json.writeStringField("@type", "EntryPoint");
            json.writeStringField("urlTemplate", frame.absolute("/search") + "?q={search_term_string}");
            json.writeEndObject();
            json.writeStringField("query-input", "required name=search_term_string");
            json.writeEndObject();
        });
    }

    /** The BreadcrumbList from the front page to a page, by way of its topic where it has one. */
    static String trail(Frame frame, @Nullable Topic topic, String title, String path) {
        return document("BreadcrumbList", json -> {
            json.writeArrayFieldStart("itemListElement");
            int position = 1;
            writeStep(json, frame, position++, frame.text("navigation.home"), "/");
            if (topic != null) {
                writeStep(json, frame, position++, topic.name(), "/topics/" + topic.slug());
            }
            writeStep(json, frame, position, title, path);
            json.writeEndArray();
        });
    }

    private static void writeStep(JsonGenerator json, Frame frame, int position, String name, String path)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("@type", "ListItem");
        json.writeNumberField("position", position);
        writeText(json, "name", name);
        json.writeStringField("item", frame.absolute(path));
        json.writeEndObject();
    }

    private static String document(String type, Statement statement) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("@context", "https://schema.org");
            json.writeStringField("@type", type);
            statement.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static void write(JsonGenerator json, Article article, Frame frame) throws IOException {
        Content content = article.content();
        String address = frame.absolute("/articles/" + article.slug());
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
        writePaper(json, frame);
        json.writeEndObject();
    }

    private static void writePaper(JsonGenerator json, Frame frame) throws IOException {
        json.writeStringField("name", frame.text("site.name"));
        json.writeStringField("url", frame.absolute("/"));
        json.writeStringField("logo", frame.absolute(frame.asset("icon.png")));
    }

    private static void writeText(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, Printable.of(value));
    }
}
