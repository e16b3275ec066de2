package org.ardina.importing;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1 and 1.1. */
final class FeedFormat implements SourceFormat {

    private static final Pattern JSON_FEED =
            Pattern.compile("\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org\\\\?/version");
    private static final Pattern ELEMENT = Pattern.compile("<(?:[a-zA-Z_][\\w.-]{0,60}:)?([a-zA-Z]{1,20})[\\s>]");
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed");

    @Override
    public String name() {
        return "rss";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        String text = Characters.text(beginning);
        return isJson(text) ? JSON_FEED.matcher(text).find() : ROOTS.contains(root(text));
    }

    @Override
    public ArticleSource open(SourceFile file) throws IOException {
        return isJson(Characters.text(Compression.beginning(file)))
                ? JsonFeedSource.open(file)
                : XmlFeedSource.open(file);
    }

    private static boolean isJson(String text) {
        return text.replace("\ufeff", "").stripLeading().startsWith("{");
    }

    /** The name of the root element in lower case, empty when the beginning of the file does not show it. */
    private static String root(String text) {
        int position = text.indexOf('<');
        while (position >= 0) {
            if (text.startsWith("<!--", position)) {
                position = after(text, "-->", position);
            } else if (text.startsWith("<?", position)) {
                position = after(text, "?>", position);
            } else if (text.startsWith("<!", position)) {
                position = text.indexOf('<', position + 1);
            } else {
                Matcher element = ELEMENT.matcher(text).region(position, text.length());
                return element.lookingAt() ? element.group(1).toLowerCase(Locale.ROOT) : "";
            }
        }
        return "";
    }

    private static int after(String text, String end, int position) {
        int found = text.indexOf(end, position);
        return found < 0 ? -1 : text.indexOf('<', found);
    }
}
