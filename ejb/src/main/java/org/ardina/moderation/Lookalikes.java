package org.ardina.moderation;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What characters look like: compatibility characters are decomposed (NFKD), those of other scripts take the form of the
 * Latin letters that they are confused with (UTS #39, 4), marks and characters that nobody sees are nothing.
 */
final class Lookalikes {

    static final int ASCII = 0x80;

    /** Signs and the letters that they are written for. */
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('0', "o"),
            Map.entry('1', "il"),
            Map.entry('2', "z"),
            Map.entry('3', "e"),
            Map.entry('4', "a"),
            Map.entry('5', "s"),
            Map.entry('6', "gb"),
            Map.entry('7', "t"),
            Map.entry('8', "b"),
            Map.entry('9', "gq"),
            Map.entry('@', "a"),
            Map.entry('$', "s"),
            Map.entry('!', "i"),
            Map.entry('|', "il"),
            Map.entry('+', "t"),
            Map.entry('(', "c"),
            Map.entry('<', "c"),
            Map.entry('*', "abcdefghijklmnopqrstuvwxyz"),
            // Letters for other letters.
            Map.entry('v', "u"),
            Map.entry('l', "i"));

    /** What neither Unicode's decompositions nor its confusables hold for Latin, but people do. */
    private static final String OTHERS =
            "кkκkтtτtмmвbнhиuлnпnяrцuчyшwщwжxзeэeёeєeґrηnωwλaΛaΔaβbγyεeζzθoμuπnσoδdχxψyφoßb"
                    + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzⱯaɐaɔcǝeɟfƃgɥhᴉiɾjʞkɯmɹrʇtʌvʍwʎy€e£l¥y¢c¡i";

    private static final int REGIONAL_A = 0x1F1E6;
    private static final int NEGATIVE_CIRCLED_A = 0x1F150;
    private static final int NEGATIVE_SQUARED_A = 0x1F170;

    private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
    private static final String[] LETTERS = letters();
    private static final int[] MEANT = meant();
    private static final Map<Integer, Character> OTHER = other();
    private static final char[] LOWER = lower();

    /** What was looked up already; writing the same twice does no harm. */
    private static final @Nullable String[] KNOWN = new String[0x20000];

    private Lookalikes() {}

    /** A character of ASCII in lower case. */
    static char lower(int ascii) {
        return LOWER[ascii];
    }

    /** What a character beyond ASCII looks like: empty, itself, or one or more small Latin letters. */
    static String of(int codePoint) {
        if (codePoint >= KNOWN.length) {
            return find(codePoint);
        }
        @Nullable String known = KNOWN[codePoint];
        if (known == null) {
            known = find(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    /** Whether a character may be written for that letter. */
    static boolean mayBe(char character, char letter) {
        return character < ASCII && letter >= 'a' && letter <= 'z' && (MEANT[character] & bit(letter)) != 0;
    }

    /** The letters that a character may be written for, beside itself; none where it may be any. */
    static String meant(char character) {
        return character < ASCII && character != '*' ? LETTERS[character] : "";
    }

    /** Whether a character that is no letter may be written for one, and is not just any. */
    static boolean isSign(char character) {
        return character < ASCII && MEANT[character] != 0 && character != '*' && !Character.isLetter(character);
    }

    private static String find(int codePoint) {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT) || isMark(codePoint)) {
            return "";
        }
        @Nullable Character other = OTHER.get(codePoint);
        if (other == null) {
            other = OTHER.get(Character.toLowerCase(codePoint));
        }
        if (other != null) {
            return other.toString();
        }
        for (int first : new int[] {REGIONAL_A, NEGATIVE_CIRCLED_A, NEGATIVE_SQUARED_A}) {
            if (codePoint >= first && codePoint < first + 26) {
                return String.valueOf((char) ('a' + codePoint - first));
            }
        }
        String character = Character.toString(codePoint);
        String decomposed = plain(Normalizer.normalize(character, Normalizer.Form.NFKD));
        if (isAscii(decomposed)) {
            return decomposed;
        }
        String skeleton = plain(CHECKER.getSkeleton(character));
        if (isAscii(skeleton)) {
            // The skeleton of what looks like m is rn.
            return skeleton.equals("rn") ? "m" : skeleton;
        }
        return decomposed;
    }

    private static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(codePoint -> !isMark(codePoint))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAscii(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < ASCII);
    }

    private static int bit(char letter) {
        return 1 << (letter - 'a');
    }

    private static int[] meant() {
        int[] meant = new int[ASCII];
        for (char sign = 0; sign < ASCII; sign++) {
            for (char letter : LETTERS[sign].toCharArray()) {
                meant[sign] |= bit(letter);
            }
        }
        return meant;
    }

    private static String[] letters() {
        String[] letters = new String[ASCII];
        for (char sign = 0; sign < ASCII; sign++) {
            letters[sign] = SIGNS.getOrDefault(sign, "");
        }
        return letters;
    }

    private static Map<Integer, Character> other() {
        Map<Integer, Character> other = new HashMap<>();
        for (int i = 0; i < OTHERS.length(); i += 2) {
            other.put((int) OTHERS.charAt(i), OTHERS.charAt(i + 1));
        }
        return other;
    }

    private static char[] lower() {
        char[] lower = new char[ASCII];
        for (char c = 0; c < ASCII; c++) {
            lower[c] = Character.toLowerCase(c);
        }
        return lower;
    }
}
