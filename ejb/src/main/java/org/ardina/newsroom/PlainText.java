package org.ardina.newsroom;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.ardina.problem.InvalidInputException;

/** Text without markup, as somebody typed it, made fit to keep. */
final class PlainText {

    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private PlainText() {}

    /** One line: without line breaks, control characters and spaces that do nothing. */
    static String line(String text) {
        return SPACES.matcher(Normalizer.normalize(wellFormed(text), Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** As {@link #line}, but no longer than that. */
    static String line(String text, int longest, String code, String what) {
        return bounded(line(text), longest, code, what);
    }

    /** Several lines, no longer than that. */
    static String lines(String text, int longest, String code, String what) {
        String unix = wellFormed(text).replace("\r\n", "\n").replace('\r', '\n');
        return bounded(CONTROLS.matcher(unix).replaceAll("").strip(), longest, code, what);
    }

    /** Text in which every surrogate has its other half; others cannot be stored. */
    static String wellFormed(String text) {
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (!broken) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String bounded(String text, int longest, String code, String what) {
        if (text.length() > longest) {
            throw new InvalidInputException(
                    code, what + " has at most " + longest + " characters; this has " + text.length() + ".");
        }
        return text;
    }
}
