package org.ardina.importing.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paragraphs that WordPress' classic editor leaves to be guessed: a blank line parts two of them, a single line end
 * breaks the line, and block elements stay as they are
 * (https://developer.wordpress.org/reference/functions/wpautop/ describes the behaviour).
 */
final class Paragraphs {

    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?=[\\s/>])[^<>]*>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n\\s*");
    private static final Pattern TWO_BREAKS =
            Pattern.compile("(?i)<br\\s{0,9}/?>[ \\t]{0,99}\\n?[ \\t]{0,99}<br\\s{0,9}/?>");
    private static final Pattern LINE_END = Pattern.compile("(?i)(?:<br\\s{0,9}/?>)?[ \\t]{0,99}\\n");

    /** Elements whose text is not markup, or whose line ends mean something. */
    private static final Set<String> VERBATIM = Set.of("pre", "script", "style", "svg", "math", "textarea", "object");

    /** Elements in which text stands in paragraphs. */
    private static final Set<String> CONTAINERS = Set.of(
            "div",
            "blockquote",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "main",
            "nav",
            "details",
            "center",
            "form",
            "fieldset",
            "address");

    /** Elements that hold text in paragraphs when there is more than one. */
    private static final Set<String> CELLS = Set.of("li", "td", "th", "dd", "dt");

    /** Elements that hold one run of text. */
    private static final Set<String> LINES =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "summary", "legend", "hgroup");

    /** Elements in which line ends mean nothing. */
    private static final Set<String> STRUCTURES = Set.of(
            "figure", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "dl", "menu", "map", "select");

    private static final Set<String> EMPTY_BLOCKS = Set.of("hr", "col");

    private static final int DEEPEST = 200;

    private final String source;
    private final StringBuilder html;
    private final StringBuilder run = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    private Paragraphs(String source) {
        this.source = source;
        this.html = new StringBuilder(source.length() + source.length() / 8);
    }

    static String of(String text) {
        return new Paragraphs(text.replace("\r\n", "\n").replace('\r', '\n')).build();
    }

    private String build() {
        Matcher tag = TAG.matcher(source);
        int position = 0;
        while (tag.find(position)) {
            run.append(source, position, tag.start());
            position = tag.end();
            String name = tag.group(1).toLowerCase(Locale.ROOT);
            boolean closing = source.charAt(tag.start() + 1) == '/';
            if (VERBATIM.contains(name) && !closing) {
                position = verbatim(name, tag);
            } else if (isBlock(name)) {
                finishRun();
                html.append(tag.group());
                nest(name, closing);
            } else {
                run.append(tag.group());
            }
        }
        run.append(source, position, source.length());
        finishRun();
        return html.toString().strip();
    }

    private int verbatim(String name, Matcher tag) {
        Matcher end =
                Pattern.compile("</" + name + "\\s*>", Pattern.CASE_INSENSITIVE).matcher(source);
        int position = end.find(tag.end()) ? end.end() : source.length();
        finishRun();
        html.append(source, tag.start(), position).append('\n');
        return position;
    }

    private void nest(String name, boolean closing) {
        if (closing) {
            if (open.contains(name)) {
                while (!open.pop().equals(name)) {
                    // Elements that were left open end with the one around them.
                }
            }
        } else if (!EMPTY_BLOCKS.contains(name)) {
            if ("p".equals(open.peek())) {
                open.pop();
            }
            if (open.size() < DEEPEST) {
                open.push(name);
            }
        }
    }

    private void finishRun() {
        String text =
                run.indexOf("<") < 0 ? run.toString() : TWO_BREAKS.matcher(run).replaceAll("\n\n");
        run.setLength(0);
        if (text.isBlank()) {
            html.append(text.contains("\n") ? "\n" : "");
            return;
        }
        String around = open.isEmpty() ? "div" : open.element();
        String[] parts = BLANK_LINES.split(text.strip(), -1);
        if (STRUCTURES.contains(around)) {
            html.append(text);
        } else if (LINES.contains(around) || (CELLS.contains(around) && parts.length == 1)) {
            html.append(withBreaks(text.strip()));
        } else {
            for (String part : parts) {
                html.append("<p>").append(withBreaks(part.strip())).append("</p>\n");
            }
        }
    }

    private static String withBreaks(String text) {
        return text.indexOf('\n') < 0 ? text : LINE_END.matcher(text).replaceAll("<br>\n");
    }

    private static boolean isBlock(String name) {
        return CONTAINERS.contains(name)
                || CELLS.contains(name)
                || LINES.contains(name)
                || STRUCTURES.contains(name)
                || EMPTY_BLOCKS.contains(name);
    }
}
