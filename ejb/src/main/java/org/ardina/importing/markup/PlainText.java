package org.ardina.importing.markup;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Text without markup, made of what sources hold. */
public final class PlainText {

    /** More than any headline or standfirst needs; what follows is not looked at. */
    private static final int LONGEST_MARKUP = 100_000;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\u00a0\\u2028\\u2029]+");
    private static final Pattern BREAKS = Pattern.compile("(?i)<br\\s*/?>|</?(?:p|div|li|blockquote)>");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");

    private PlainText() {}

    /** One line without tags, with entities decoded and white space collapsed. */
    public static String line(String markup) {
        return SPACES.matcher(withoutTags(markup)).replaceAll(" ").strip();
    }

    /** Several lines without tags; a paragraph or a break of the markup starts a new one. */
    public static String lines(String markup) {
        String text = legal(markup).replace("\r\n", "\n").replace('\r', '\n');
        if (hasMarkup(text)) {
            String marked = BREAKS.matcher(text).replaceAll("\n");
            text = Jsoup.parseBodyFragment(marked).body().wholeText();
        }
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** Whether a reader of the markup sees anything: text, a picture, something to play. */
    public static boolean isVisible(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        return !SPACES.matcher(document.text()).replaceAll("").isEmpty()
                || document.selectFirst("img, picture, video, audio, iframe, embed, object, svg") != null;
    }

    /** The text cut at a word to at most so many characters, an ellipsis included. */
    public static String cut(String text, int maximum) {
        if (text.length() <= maximum) {
            return text;
        }
        int end = text.lastIndexOf(' ', maximum - 1);
        if (end < maximum / 2) {
            end = Character.isHighSurrogate(text.charAt(maximum - 2)) ? maximum - 2 : maximum - 1;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The text without what is no character for interchange: controls, halves of surrogates, noncharacters. */
    public static String legal(String text) {
        int position = 0;
        while (position < text.length() && isOrdinary(text.charAt(position))) {
            position++;
        }
        if (position == text.length() || text.codePoints().allMatch(PlainText::isLegal)) {
            return text;
        }
        return text.codePoints()
                .filter(PlainText::isLegal)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether the character is one of the many that are legal in any company. */
    private static boolean isOrdinary(char character) {
        return (character >= ' ' && character < 0x7f) || character == '\n' || (character >= 0xa0 && character < 0xd800);
    }

    private static boolean isLegal(int character) {
        if (character < 0xa0) {
            boolean white = character == '\t' || character == '\n' || character == '\r' || character == 0x85;
            return white || !Character.isISOControl(character);
        }
        boolean surrogate = character >= 0xd800 && character <= 0xdfff;
        boolean noncharacter = (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
        return !surrogate && !noncharacter;
    }

    private static String withoutTags(String markup) {
        String text = legal(markup.length() > LONGEST_MARKUP ? markup.substring(0, LONGEST_MARKUP) : markup);
        return hasMarkup(text) ? Jsoup.parseBodyFragment(text).body().text() : text;
    }

    private static boolean hasMarkup(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    }
}
