package org.ardina.article;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/** The elements and attributes that a body may show; everything else is dropped, its text kept where that is text. */
final class ShownHtml {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "cite",
                    "q",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "pre",
                    "code",
                    "kbd",
                    "samp",
                    "var",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "mark",
                    "abbr",
                    "a",
                    "figure",
                    "figcaption",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td")
            // The headline is the page's one first-level heading.
            .allowElements((element, attributes) -> "h2", "h1")
            .allowElements(ShownHtml::picture, "img")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title")
            .globally()
            .allowAttributes("width", "height")
            .matching((element, attribute, value) -> value.matches("[1-9][0-9]{0,4}") ? value : null)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching((element, attribute, value) -> value.matches("[1-9][0-9]?") ? value : null)
            .onElements("th", "td")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("start")
            .matching((element, attribute, value) -> value.matches("[0-9]{1,6}") ? value : null)
            .onElements("ol")
            .requireRelsOnLinks("noopener")
            .withPostprocessor(BodyStructure::new)
            .toFactory();

    private ShownHtml() {}

    static void sanitise(String html, HtmlStreamEventReceiver output) {
        HtmlSanitizer.sanitize(html, POLICY.apply(output));
    }

    /** Keeps pictures whose address works here: absolute ones and those of this site. */
    private static @Nullable String picture(String element, List<String> attributes) {
        int source = attributes.indexOf("src");
        if (source < 0) {
            return null;
        }
        String address = attributes.get(source + 1).toLowerCase(Locale.ROOT);
        if (!address.startsWith("https://")
                && !address.startsWith("http://")
                && !address.startsWith("/assets/")
                && !address.startsWith("/media/")) {
            return null;
        }
        if (!attributes.contains("alt")) {
            attributes.add("alt");
            attributes.add("");
        }
        attributes.add("loading");
        attributes.add("lazy");
        return element;
    }
}
