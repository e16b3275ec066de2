package org.ardina.article;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable part of an address: lower-case ASCII letters and digits in words joined by hyphens, at most 96 long. */
public record Slug(String value) implements Comparable<Slug> {

    public static final int MAXIMUM_LENGTH = 96;

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A slug has lower-case letters, digits and single hyphens, at most " + MAXIMUM_LENGTH);
        }
    }

    /** Whether the text can be a slug as it stands. */
    public static boolean isValid(String text) {
        int length = text.length();
        if (length == 0 || length > MAXIMUM_LENGTH) {
            return false;
        }
        // Asked for every page; a regular expression would cost more than finding the page.
        char before = '-';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    /**
     * Makes a slug from any text: other scripts are transliterated (中文 → zhong-wen), accents folded (ç → c), umlauts
     * spelled out in German (ü → ue), the end cut at a word.
     *
     * @param language of the text, a BCP 47 tag
     * @param fallback used when nothing of the text is left, as with one of emoji only
     */
    public static Slug of(String text, String language, Slug fallback) {
        String scannable = text.length() > 1000 ? text.substring(0, 1000) : text;
        Transliterator transliterator =
                Locale.forLanguageTag(language).getLanguage().equals("de")
                        ? Transliteration.GERMAN
                        : Transliteration.ANY;
        String ascii =
                transliterator.transliterate(APOSTROPHES.matcher(scannable).replaceAll(""));
        String hyphenated =
                trimHyphens(SEPARATORS.matcher(ascii.toLowerCase(Locale.ROOT)).replaceAll("-"));
        return hyphenated.isEmpty() ? fallback : new Slug(cutAtWord(hyphenated, MAXIMUM_LENGTH));
    }

    /** This slug with a number behind it, shortened where needed: {@code election} → {@code election-2}. */
    public Slug numbered(int number) {
        return suffixed(Integer.toString(number));
    }

    /** This slug with a word behind it, shortened where needed. */
    public Slug suffixed(String word) {
        return new Slug(cutAtWord(value, MAXIMUM_LENGTH - word.length() - 1) + "-" + word);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String cutAtWord(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = text.lastIndexOf('-', length);
        return trimHyphens(text.substring(0, end > length / 2 ? end : length));
    }

    private static String trimHyphens(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.endsWith("-") && text.length() > start ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }

    /** The transliterators, which take a moment to build: made when the first slug is. */
    private static final class Transliteration {
        static final Transliterator ANY = Transliterator.getInstance("Any-Latin; Latin-ASCII");
        static final Transliterator GERMAN = Transliterator.getInstance("de-ASCII; Any-Latin; Latin-ASCII");
    }
}
