package org.ardina.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Something that plays at one of a few other sites. An article has it as a link that stands alone in a paragraph.
 *
 * @param path of it at its site
 */
public record Embed(Provider provider, String path) {

    private static final String FRAME = "<iframe";

    /** A site whose players may stand in an article. */
    public enum Provider {
        YOUTUBE(
                "YouTube",
                "https://www.youtube-nocookie.com",
                "(?:(?:www\\.|m\\.)?youtube\\.com/(?:watch\\?(?:[^#]*&)?v=|embed/|shorts/|live/)"
                        + "|(?:www\\.)?youtube-nocookie\\.com/embed/|youtu\\.be/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-]).*",
                "https://www.youtube.com/watch?v=",
                "/embed/",
                "?autoplay=1"),
        VIMEO(
                "Vimeo",
                "https://player.vimeo.com",
                "(?:(?:www\\.)?vimeo\\.com/|player\\.vimeo\\.com/video/)([0-9]{4,12})(?![0-9]).*",
                "https://vimeo.com/",
                "/video/",
                "?autoplay=1&dnt=1"),
        SPOTIFY(
                "Spotify",
                "https://open.spotify.com",
                "open\\.spotify\\.com/(?:intl-[a-z]{2}/)?(?:embed/)?"
                        + "((?:track|album|playlist|episode|show)/[A-Za-z0-9]{22})(?![A-Za-z0-9]).*",
                "https://open.spotify.com/",
                "/embed/",
                "");

        private final String title;
        private final String origin;
        private final Pattern form;
        private final String link;
        private final String player;
        private final String query;

        Provider(String title, String origin, String form, String link, String player, String query) {
            this.title = title;
            this.origin = origin;
            this.form = Pattern.compile("(?:https?:)?//" + form);
            this.link = link;
            this.player = player;
            this.query = query;
        }

        /** What people call it. */
        public String title() {
            return title;
        }

        /** A regular expression of addresses that play there. */
        public String form() {
            return form.pattern();
        }

        /** Where its players come from. */
        public String origin() {
            return origin;
        }
    }

    /** What plays at an address; empty where that is not one of the sites, or nothing that plays there. */
    public static Optional<Embed> of(String address) {
        return Arrays.stream(Provider.values())
                .flatMap(provider -> {
                    Matcher form = provider.form.matcher(address.strip());
                    return form.matches() ? Stream.of(new Embed(provider, form.group(1))) : Stream.empty();
                })
                .findFirst();
    }

    /** The address of its page, to which a reader follows a link. */
    public String link() {
        return provider.link + path;
    }

    /** The address of what a frame shows. */
    public String player() {
        return provider.origin + provider.player + path + provider.query;
    }

    /** The text with links in the place of frames of these sites; other frames stay, for the sanitiser to drop. */
    static String linked(String html) {
        if (!html.toLowerCase(Locale.ROOT).contains(FRAME)) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        boolean changed = false;
        for (Element frame : document.select("iframe[src]")) {
            Optional<Embed> embed = of(frame.attr("src"));
            if (embed.isPresent()) {
                replace(frame, embed.get().link());
                changed = true;
            }
        }
        document.outputSettings().prettyPrint(false);
        return changed ? document.body().html() : html;
    }

    private static void replace(Element frame, String address) {
        String title = frame.attr("title").isBlank() ? address : frame.attr("title");
        Element place = frame;
        for (Element around = frame.parent(); around != null && holdsOneThing(around); around = around.parent()) {
            place = around;
        }
        Element paragraph = new Element("p");
        paragraph.appendElement("a").attr("href", address).text(title);
        place.replaceWith(paragraph);
    }

    private static boolean holdsOneThing(Element around) {
        return Stream.of("p", "div", "figure", "span").anyMatch(around::nameIs)
                && around.childrenSize() == 1
                && around.ownText().isBlank();
    }
}
