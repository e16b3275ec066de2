package org.ardina.importing.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Writes the nodes of a Lexical document as HTML, with those that Ghost adds to it. */
final class Lexical {

    /** The bits of a text's format, lowest first (lexical, LexicalConstants.ts). */
    private static final List<String> FORMATS = List.of("strong", "em", "s", "u", "code", "sub", "sup", "mark");

    private Lexical() {}

    static String html(JsonNode node) {
        String type = node.path("type").asText();
        return switch (type) {
            case "root" -> children(node);
            case "paragraph" -> element("p", node) + "\n";
            case "heading", "extended-heading" -> heading(node);
            case "quote", "extended-quote", "aside" -> element("blockquote", node) + "\n";
            case "list" -> element(node.path("listType").asText().equals("number") ? "ol" : "ul", node) + "\n";
            case "listitem" -> element("li", node);
            case "text", "extended-text", "tk", "code-highlight" -> text(node);
            case "linebreak" -> "<br>";
            case "tab" -> " ";
            case "link", "autolink" -> link(node);
            default -> node.has("children") ? children(node) : GhostCards.html(type, node);
        };
    }

    private static String children(JsonNode node) {
        StringBuilder html = new StringBuilder();
        node.path("children").forEach(child -> html.append(html(child)));
        return html.toString();
    }

    private static String element(String tag, JsonNode node) {
        return "<" + tag + ">" + children(node) + "</" + tag + ">";
    }

    private static String heading(JsonNode node) {
        String tag = node.path("tag").asText();
        return element(tag.matches("h[1-6]") ? tag : "h2", node) + "\n";
    }

    private static String link(JsonNode node) {
        return "<a href=\"" + Html.escape(node.path("url").asText()) + "\">" + children(node) + "</a>";
    }

    private static String text(JsonNode node) {
        int format = node.path("format").asInt();
        String html = Html.escape(node.path("text").asText());
        for (int bit = 0; bit < FORMATS.size(); bit++) {
            if ((format >> bit & 1) == 1) {
                html = "<" + FORMATS.get(bit) + ">" + html + "</" + FORMATS.get(bit) + ">";
            }
        }
        return html;
    }
}
