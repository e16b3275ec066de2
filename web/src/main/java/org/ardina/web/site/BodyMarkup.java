package org.ardina.web.site;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.Embed;
import org.ardina.picture.Pictures;

/** What a sanitised body still needs to stand well in a page. */
final class BodyMarkup {

    private static final String TABLE = "<table";
    private static final Pattern UPLOADED = Pattern.compile("<img src=\"(/media/[^\"]+)\"([^>]*?) ?/?>");
    private static final Pattern SIZE = Pattern.compile(" (?:width|height)=\"[^\"]*\"");
    private static final Pattern LINK_ALONE =
            Pattern.compile("<p>\\s*<a href=\"(https?:[^\"]+)\"[^>]*>([^<]*)</a>\\s*</p>");

    private BodyMarkup() {}

    /**
     * The body with its headings below the page's own, its cells aligned by classes, wide tables and code in places that
     * scroll by keyboard too, uploaded pictures in all their sizes, and what plays elsewhere as a card that loads nothing
     * from there.
     *
     * @param html as the sanitiser writes it: lower-case, well-formed, no {@code <} and no quotes outside tags
     */
    static String inPage(String html, Texts texts) {
        String result = html;
        if (result.contains("<h1")) {
            result = result.replace("<h1", "<h2").replace("</h1>", "</h2>");
        }
        if (result.contains("<table")) {
            result = inScrollingRegions(result, texts.text("article.table"))
                    .replace("</table>", "</table></div>")
                    .replace(" align=\"right\"", " class=\"end\"")
                    .replace(" align=\"center\"", " class=\"middle\"")
                    .replace(" align=\"left\"", "");
        }
        if (result.contains("<pre")) {
            result = result.replace("<pre", "<pre tabindex=\"0\"");
        }
        if (result.contains(Pictures.PATH)) {
            result = UPLOADED.matcher(result).replaceAll(image -> Matcher.quoteReplacement(inSizes(image)));
        }
        result = LINK_ALONE.matcher(result).replaceAll(link -> Matcher.quoteReplacement(card(link, texts)));
        return result.replace(
                " class=\"picture-link\"",
                " class=\"picture-link\" aria-label=\"" + texts.text("article.picture") + "\"");
    }

    /** Whether something in a body for a page plays elsewhere. */
    static boolean hasPlayers(String inPage) {
        return inPage.contains("<figure class=\"embed\"");
    }

    private static String inSizes(MatchResult image) {
        PictureSet set = PictureSet.of(image.group(1));
        if (set == null) {
            return image.group();
        }
        StringBuilder result = new StringBuilder(512).append("<picture>");
        if (set.webpSources() != null) {
            result.append("<source type=\"image/webp\" srcset=\"")
                    .append(set.webpSources())
                    .append("\" sizes=\"")
                    .append(PictureSet.IN_TEXT)
                    .append("\">");
        }
        return result.append("<img src=\"")
                .append(image.group(1))
                .append("\" srcset=\"")
                .append(set.sources())
                .append("\" sizes=\"")
                .append(PictureSet.IN_TEXT)
                .append("\" width=\"")
                .append(set.address().width())
                .append("\" height=\"")
                .append(set.address().height())
                .append("\" decoding=\"async\"")
                .append(SIZE.matcher(image.group(2)).replaceAll(""))
                .append("></picture>")
                .toString();
    }

    private static String card(MatchResult link, Texts texts) {
        return Embed.of(unescaped(link.group(1)))
                .map(embed -> card(embed, link.group(2), texts))
                .orElse(link.group());
    }

    /** @param text of the link, escaped already */
    private static String card(Embed embed, String text, Texts texts) {
        String provider = embed.provider().title();
        String play = texts.text("article.embed.play", provider);
        boolean named = !text.isBlank() && !text.startsWith("http:") && !text.startsWith("https:");
        return "<figure class=\"embed\"><a href=\"" + escaped(embed.link()) + "\" rel=\"noopener\" data-player=\""
                + escaped(embed.player()) + "\"><b>" + (named ? text.strip() : play) + "</b>"
                + (named ? "<span>" + play + "</span>" : "") + "</a><figcaption>"
                + texts.text("article.embed.notice", provider) + "</figcaption></figure>";
    }

    private static String unescaped(String attribute) {
        return attribute.replace("&#61;", "=").replace("&#43;", "+").replace("&amp;", "&");
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    private static String inScrollingRegions(String html, String label) {
        StringBuilder result = new StringBuilder(html.length() + 128);
        int number = 0;
        int from = 0;
        for (int table = html.indexOf(TABLE); table >= 0; table = html.indexOf(TABLE, from + TABLE.length())) {
            number++;
            result.append(html, from, table)
                    .append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                    .append(label)
                    .append(number == 1 ? "" : " (" + number + ")")
                    .append("\">");
            from = table;
        }
        return result.append(html, from, html.length()).toString();
    }
}
