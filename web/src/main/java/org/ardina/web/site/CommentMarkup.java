package org.ardina.web.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.comment.Mentions;

/** The plain text of a comment as HTML: paragraphs, lines, names that it mentions, and addresses of the web as links. */
public final class CommentMarkup {

    /** An address as people write it; what surely ends a sentence is not part of it. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\bhttps?://[^\\s<>\"'`\\p{Cc}\\p{Cf}]+", Pattern.CASE_INSENSITIVE);

    private static final String ENDS = ".,;:!?…»”’)]}*_~";
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_SHOWN = 60;

    /** The writer vouches for a link, not the paper; what is behind it learns nothing of this page. */
    private static final String REL = "ugc nofollow noopener";

    private CommentMarkup() {}

    /** The text in paragraphs. There is no tag in it that is not made here. */
    public static String html(String text) {
        StringBuilder html = new StringBuilder(text.length() + 64);
        boolean open = false;
        StringTokenizer lines = new StringTokenizer(Printable.of(text), "\n", true);
        int ends = 0;
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            if (line.equals("\n")) {
                ends++;
                continue;
            }
            if (line.isBlank()) {
                continue;
            }
            if (open) {
                html.append(ends > 1 ? "</p>\n<p dir=\"auto\">" : "<br>\n");
            } else {
                html.append("<p dir=\"auto\">");
                open = true;
            }
            ends = 0;
            appendLine(line, html);
        }
        return open ? html.append("</p>").toString() : "";
    }

    private static void appendLine(String line, StringBuilder html) {
        Matcher addresses = ADDRESS.matcher(line);
        int from = 0;
        while (addresses.find()) {
            String address = withoutEnd(addresses.group());
            if (isAddress(address)) {
                appendText(line.substring(from, addresses.start()), html);
                html.append("<a href=\"");
                appendEscaped(address, html);
                html.append("\" rel=\"").append(REL).append("\">");
                appendEscaped(shown(address), html);
                html.append("</a>");
                from = addresses.start() + address.length();
            }
        }
        appendText(line.substring(from), html);
    }

    /** Text in which whoever is named stands out. */
    private static void appendText(String text, StringBuilder html) {
        Matcher mentions = Mentions.MENTION.matcher(text);
        int from = 0;
        while (mentions.find()) {
            appendEscaped(text.substring(from, mentions.start()), html);
            html.append("<b>");
            appendEscaped(mentions.group(), html);
            html.append("</b>");
            from = mentions.end();
        }
        appendEscaped(text.substring(from), html);
    }

    private static String withoutEnd(String address) {
        int end = address.length();
        while (end > 0 && ENDS.indexOf(address.charAt(end - 1)) >= 0 && !closesOwn(address, end)) {
            end--;
        }
        return address.substring(0, end);
    }

    /** Whether the address ends with a bracket that it also opens. */
    private static boolean closesOwn(String address, int end) {
        return address.charAt(end - 1) == ')'
                && address.substring(0, end).chars().filter(c -> c == '(').count()
                        >= address.substring(0, end)
                                .chars()
                                .filter(c -> c == ')')
                                .count();
    }

    private static boolean isAddress(String text) {
        if (text.length() > LONGEST_ADDRESS) {
            return false;
        }
        try {
            String host = new URI(text).getHost();
            return host != null && host.indexOf('.') > 0;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    private static String shown(String address) {
        if (address.length() <= LONGEST_SHOWN) {
            return address;
        }
        int end = LONGEST_SHOWN - 1;
        return address.substring(0, Character.isHighSurrogate(address.charAt(end - 1)) ? end - 1 : end) + '…';
    }

    private static void appendEscaped(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
