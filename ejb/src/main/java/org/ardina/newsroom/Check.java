package org.ardina.newsroom;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ardina.article.BodyFormat;
import org.ardina.article.Content;
import org.ardina.article.Embed;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What is looked at before an article is approved. */
public enum Check {
    /** The body has nothing to read or see. */
    EMPTY_BODY,
    /** Readers who do not see a picture are not told what it shows; {@code alt=""} says that it only decorates. */
    NO_ALTERNATIVE_TEXT,
    /** Nothing describes the picture over the article. */
    MAIN_PICTURE_UNDESCRIBED,
    /** Search engines and lists cut the headline. */
    HEADLINE_TOO_LONG,
    /** Lists and search engines have nothing to show under the headline. */
    EMPTY_STANDFIRST,
    /** The article stands in no section. */
    NO_TOPIC,
    /** A link leads to an article that nobody can read. */
    BROKEN_LINK,
    /** What was pasted is not shown, as it could do anything to readers. */
    UNSAFE_EMBED;

    /** The longest headline that Google's guide to NewsArticle allowed. */
    static final int LONG_HEADLINE = 110;

    /** More links, and pictures, of one article are not looked at. */
    private static final int MOST = 100;

    private static final String EMBEDS = "iframe, script, object, embed, form, style, svg, math";

    /** What this check finds in an article. */
    Stream<Finding> findings(Copy copy) {
        return switch (this) {
            case EMPTY_BODY ->
                when(
                        copy.shown().text().isBlank() && copy.shown().selectFirst("img") == null,
                        error("The article has no text.", null));
            case NO_ALTERNATIVE_TEXT ->
                copy.written().select("img[src]:not([alt])").stream()
                        .map(picture -> picture.attr("src"))
                        .filter(Check::isShown)
                        .limit(MOST)
                        .map(address -> error(
                                "A picture has no alternative text. Say what it shows, or leave it empty if it only"
                                        + " decorates.",
                                address));
            case MAIN_PICTURE_UNDESCRIBED -> {
                Picture picture = copy.content().picture();
                yield picture == null
                        ? Stream.empty()
                        : when(
                                picture.alternative().isBlank(),
                                error(
                                        "The picture over the article has no alternative text.",
                                        picture.source().toString()));
            }
            case HEADLINE_TOO_LONG ->
                when(
                        copy.content().headline().length() > LONG_HEADLINE,
                        warning(
                                "The headline has more than " + LONG_HEADLINE
                                        + " characters; search engines and lists cut it.",
                                null));
            case EMPTY_STANDFIRST ->
                when(copy.content().standfirst().isBlank(), warning("There is no standfirst.", null));
            case NO_TOPIC -> when(copy.content().topic() == null, warning("The article stands in no topic.", null));
            case BROKEN_LINK ->
                copy.shown().select("a[href]").stream()
                        .map(link -> link.attr("href"))
                        .distinct()
                        .limit(MOST)
                        .filter(address -> !copy.leadsSomewhere(address))
                        .map(address -> warning("A link leads to an article that readers cannot see.", address));
            case UNSAFE_EMBED ->
                copy.written().select(EMBEDS).stream()
                        .filter(element -> !isShownAsLink(element))
                        .map(Element::normalName)
                        .distinct()
                        .map(name -> warning("The body has a <" + name + ">, which is not shown to readers.", name));
        };
    }

    /** The name under which programs know it, as in {@code no-alternative-text}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Finding error(String detail, @Nullable String passage) {
        return new Finding(this, Finding.Severity.ERROR, detail, passage);
    }

    private Finding warning(String detail, @Nullable String passage) {
        return new Finding(this, Finding.Severity.WARNING, detail, passage);
    }

    private static Stream<Finding> when(boolean wrong, Finding finding) {
        return wrong ? Stream.of(finding) : Stream.empty();
    }

    /** Whether readers get a link in its place, as it is the frame of a site whose players may stand in an article. */
    private static boolean isShownAsLink(Element element) {
        return element.nameIs("iframe") && Embed.of(element.attr("src")).isPresent();
    }

    /** Whether readers get to see a picture with this address; see what a body may show. */
    private static boolean isShown(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("/");
    }

    /**
     * An article that is checked.
     *
     * @param written the body as it was handed in
     * @param shown the body as readers get it
     * @param published whether readers can see the article of a slug
     * @param site the public address of this site, with a slash at its end
     */
    record Copy(Content content, Document written, Document shown, Predicate<Slug> published, String site) {

        private static final String ARTICLES = "/articles/";

        static Copy of(Content content, Predicate<Slug> published, String site) {
            Document shown = Jsoup.parse(content.body().html());
            Document written = content.body().format() == BodyFormat.HTML
                    ? Jsoup.parse(content.body().raw())
                    : shown;
            return new Copy(content, written, shown, published, site);
        }

        /** Whether a link leads to another site, to no article, or to one that is published. */
        boolean leadsSomewhere(String address) {
            String path = address.startsWith(site) ? "/" + address.substring(site.length()) : address;
            if (!path.startsWith(ARTICLES)) {
                return true;
            }
            int end = ARTICLES.length();
            while (end < path.length() && path.charAt(end) != '?' && path.charAt(end) != '#') {
                end++;
            }
            String slug = path.substring(ARTICLES.length(), end);
            return Slug.isValid(slug) && published.test(new Slug(slug));
        }
    }
}
