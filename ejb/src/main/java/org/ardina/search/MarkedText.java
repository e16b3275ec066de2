package org.ardina.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text with some of it marked, as what a reader searched for.
 *
 * @param parts in their order; together they are the text
 */
public record MarkedText(List<Part> parts) {

    public MarkedText {
        parts = List.copyOf(parts);
    }

    /** A part of the text that is marked as a whole or not at all. */
    public record Part(String text, boolean marked) {}

    /** The text without marks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /** A text from several spans that are marked, in any order, which may overlap. */
    static MarkedText of(String text, int from, int to, List<Span> spans) {
        List<Part> parts = new ArrayList<>();
        int written = from;
        for (Span span : spans.stream().sorted().toList()) {
            int start = Math.max(span.from(), written);
            int end = Math.min(span.to(), to);
            if (start < end) {
                add(text, written, start, false, parts);
                add(text, start, end, true, parts);
                written = end;
            }
        }
        add(text, written, to, false, parts);
        return new MarkedText(parts);
    }

    private static void add(String text, int from, int to, boolean marked, List<Part> parts) {
        if (from < to) {
            parts.add(new Part(text.substring(from, to), marked));
        }
    }

    /** Where in a text a word is, and which of the words that were searched for. */
    record Span(int from, int to, int word) implements Comparable<Span> {

        @Override
        public int compareTo(Span other) {
            return from == other.from ? Integer.compare(to, other.to) : Integer.compare(from, other.from);
        }
    }
}
