package org.ardina.importing.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The cards that both editors of Ghost have: pictures, code, embedded things and so on. */
final class GhostCards {

    private GhostCards() {}

    /** The HTML of a card; nothing for those that mean something only in a mail or a shop. */
    static String html(String type, JsonNode card) {
        return switch (type) {
            case "image" -> figure(picture(card), card.path("caption").asText());
            case "gallery" -> gallery(card);
            case "markdown", "card-markdown" ->
                Markdown.toHtml(card.path("markdown").asText());
            case "html" -> card.path("html").asText();
            case "code", "codeblock" -> figure(code(card), card.path("caption").asText());
            case "hr", "horizontalrule" -> "<hr>\n";
            case "embed", "bookmark", "video", "audio", "file" ->
                figure(link(card), card.path("caption").asText());
            case "callout" -> "<blockquote>" + card.path("calloutText").asText() + "</blockquote>\n";
            case "toggle" ->
                "<h4>" + card.path("heading").asText() + "</h4>\n"
                        + card.path("content").asText() + "\n";
            case "button" ->
                "<p>"
                        + link(
                                card.path("buttonUrl").asText(),
                                card.path("buttonText").asText()) + "</p>\n";
            case "header" -> header(card);
            case "product" -> product(card);
            default -> "";
        };
    }

    private static String figure(String content, String caption) {
        String figcaption = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
        return content.isEmpty() ? "" : "<figure>" + content + figcaption + "</figure>\n";
    }

    private static String picture(JsonNode card) {
        String source = card.path("src").asText();
        return source.isEmpty()
                ? ""
                : "<img src=\"" + Html.escape(source) + "\" alt=\""
                        + Html.escape(card.path("alt").asText()) + "\">";
    }

    private static String gallery(JsonNode card) {
        StringBuilder pictures = new StringBuilder();
        card.path("images").forEach(image -> pictures.append(picture(image)));
        return figure(pictures.toString(), card.path("caption").asText());
    }

    private static String code(JsonNode card) {
        return "<pre><code>" + Html.escape(card.path("code").asText()) + "</code></pre>";
    }

    private static String link(JsonNode card) {
        String address = first(card.path("url").asText(), card.path("src").asText());
        String title = first(
                card.path("metadata").path("title").asText(),
                card.path("fileTitle").asText(),
                card.path("title").asText(),
                card.path("fileName").asText(),
                address);
        return address.isEmpty() ? card.path("html").asText() : link(address, title);
    }

    private static String link(String address, String text) {
        return "<a href=\"" + Html.escape(address) + "\">" + Html.escape(text) + "</a>";
    }

    private static String header(JsonNode card) {
        return "<h2>" + card.path("header").asText() + "</h2>\n<p>"
                + card.path("subheader").asText() + "</p>\n";
    }

    private static String product(JsonNode card) {
        return "<h4>" + card.path("productTitle").asText() + "</h4>\n"
                + card.path("productDescription").asText() + "\n";
    }

    private static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
