package org.ardina.importing.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Writes one Mobiledoc document as HTML. */
final class Mobiledoc {

    private static final int MARKUP_SECTION = 1;
    private static final int IMAGE_SECTION = 2;
    private static final int LIST_SECTION = 3;
    private static final int CARD_SECTION = 10;
    private static final int ATOM = 1;
    private static final Set<String> SECTIONS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "pull-quote");
    private static final Set<String> MARKUPS =
            Set.of("b", "strong", "i", "em", "u", "s", "del", "code", "sub", "sup", "mark");

    private final JsonNode document;
    private final StringBuilder html = new StringBuilder();

    Mobiledoc(JsonNode document) {
        this.document = document;
    }

    String html() {
        for (JsonNode section : document.path("sections")) {
            switch (section.path(0).asInt()) {
                case MARKUP_SECTION -> paragraph(section.path(1).asText(), section.path(2));
                case IMAGE_SECTION ->
                    html.append("<img src=\"")
                            .append(Html.escape(section.path(1).asText()))
                            .append("\" alt=\"\">\n");
                case LIST_SECTION -> list(section.path(1).asText(), section.path(2));
                case CARD_SECTION ->
                    card(document.path("cards").path(section.path(1).asInt(-1)));
                default -> {}
            }
        }
        return html.toString();
    }

    private void paragraph(String name, JsonNode markers) {
        String tag = SECTIONS.contains(name) ? name.replace("pull-quote", "blockquote") : "p";
        html.append('<').append(tag).append('>');
        markers(markers);
        html.append("</").append(tag).append(">\n");
    }

    private void list(String name, JsonNode items) {
        String tag = name.equals("ol") ? "ol" : "ul";
        html.append('<').append(tag).append(">\n");
        for (JsonNode item : items) {
            html.append("<li>");
            markers(item);
            html.append("</li>\n");
        }
        html.append("</").append(tag).append(">\n");
    }

    private void card(JsonNode card) {
        html.append(GhostCards.html(card.path(0).asText(), card.path(1)));
    }

    /** Each marker opens markups by their number, gives a text, and closes so many of the open ones. */
    private void markers(JsonNode markers) {
        Deque<String> open = new ArrayDeque<>();
        for (JsonNode marker : markers) {
            marker.path(1).forEach(number -> open(document.path("markups").path(number.asInt(-1)), open));
            if (marker.path(0).asInt() == ATOM) {
                atom(document.path("atoms").path(marker.path(3).asInt(-1)));
            } else {
                html.append(Html.escape(marker.path(3).asText()));
            }
            for (int i = 0; i < marker.path(2).asInt() && !open.isEmpty(); i++) {
                html.append(open.pop());
            }
        }
        open.forEach(html::append);
    }

    private void open(JsonNode markup, Deque<String> open) {
        String name = markup.path(0).asText();
        if (name.equals("a")) {
            JsonNode attributes = markup.path(1);
            String address = "";
            for (int i = 0; i + 1 < attributes.size(); i += 2) {
                address = attributes.path(i).asText().equals("href")
                        ? attributes.path(i + 1).asText()
                        : address;
            }
            html.append("<a href=\"").append(Html.escape(address)).append("\">");
            open.push("</a>");
        } else if (MARKUPS.contains(name)) {
            html.append('<').append(name).append('>');
            open.push("</" + name + ">");
        } else {
            open.push("");
        }
    }

    private void atom(JsonNode atom) {
        boolean lineBreak = atom.path(0).asText().equals("soft-return");
        html.append(lineBreak ? "<br>" : Html.escape(atom.path(1).asText()));
    }
}
