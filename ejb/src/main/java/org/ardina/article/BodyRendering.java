package org.ardina.article;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Entities;
import org.owasp.html.Handler;
import org.owasp.html.HtmlStreamRenderer;

/** Makes the body that is shown from the one that was written; sanitising is its last step. */
public final class BodyRendering {

    /** Longer bodies are refused: four times the longest of nine thousand real articles. */
    public static final int MAXIMUM_LENGTH = 512 * 1024;

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
    private static final Parser MARKDOWN = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create()))
            .maxOpenBlockParsers(100)
            .build();
    private static final HtmlRenderer MARKDOWN_TO_HTML = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .build();

    private BodyRendering() {}

    /**
     * Renders a body.
     *
     * @param raw of any origin, trusted in nothing
     * @throws IllegalArgumentException if it is longer than {@value #MAXIMUM_LENGTH} characters
     */
    public static Body render(BodyFormat format, String raw) {
        if (raw.length() > MAXIMUM_LENGTH) {
            throw new IllegalArgumentException("A body has at most " + MAXIMUM_LENGTH + " characters");
        }
        String unsafe = switch (format) {
            case HTML -> raw;
            case MARKDOWN -> MARKDOWN_TO_HTML.render(MARKDOWN.parse(raw));
            case TEXT -> paragraphs(raw);
        };
        StringBuilder html = new StringBuilder();
        WordCount words = new WordCount(HtmlStreamRenderer.create(html, Handler.DO_NOTHING));
        ShownHtml.sanitise(Embed.linked(unsafe), words);
        return new Body(format, raw, html.toString(), words.count());
    }

    private static String paragraphs(String text) {
        return BLANK_LINES
                .splitAsStream(text.replace("\r\n", "\n").strip())
                .map(paragraph -> "<p>" + Entities.escape(paragraph.strip()).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
