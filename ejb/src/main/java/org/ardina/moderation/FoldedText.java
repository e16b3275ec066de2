package org.ardina.moderation;

import java.util.Arrays;

/**
 * A text as it looks at a glance: small Latin letters without marks, whatever was used to draw them, and none of the
 * characters that nobody sees. Where a sign may stand for letters, as {@code 1} for i or l, it keeps them in mind. Every
 * place knows which chars of the text it was.
 */
final class FoldedText {

    private final String text;
    private final char[] folded;
    private final int[] starts;
    private final int[] ends;
    private final int length;

    FoldedText(String text) {
        this.text = text;
        // Few characters are drawn like several, so that there is seldom more to hold than there was.
        char[] characters = new char[text.length() + 16];
        int[] from = new int[characters.length];
        int[] to = new int[characters.length];
        int count = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            if (codePoint < Lookalikes.ASCII) {
                if (count == characters.length) {
                    characters = Arrays.copyOf(characters, count * 2);
                    from = Arrays.copyOf(from, count * 2);
                    to = Arrays.copyOf(to, count * 2);
                }
                characters[count] = Lookalikes.lower(codePoint);
                from[count] = i;
                to[count] = end;
                count++;
            } else {
                String looks = Lookalikes.of(codePoint);
                if (count + looks.length() > characters.length) {
                    int capacity = count * 2 + looks.length();
                    characters = Arrays.copyOf(characters, capacity);
                    from = Arrays.copyOf(from, capacity);
                    to = Arrays.copyOf(to, capacity);
                }
                for (int j = 0; j < looks.length(); j++) {
                    characters[count] = looks.charAt(j);
                    from[count] = i;
                    to[count] = end;
                    count++;
                }
                if (looks.isEmpty() && count > 0) {
                    to[count - 1] = end;
                }
            }
            i = end;
        }
        this.folded = characters;
        this.starts = from;
        this.ends = to;
        this.length = count;
    }

    int length() {
        return length;
    }

    /** The character at a place: a small Latin letter wherever it looks like one. */
    char at(int place) {
        return folded[place];
    }

    /** Whether the character at that place may be meant for the letter; nothing is beyond the end. */
    boolean mayBe(int place, char letter) {
        return place < length && (folded[place] == letter || Lookalikes.mayBe(folded[place], letter));
    }

    boolean isLetter(int place) {
        return place >= 0 && place < length && Character.isLetter(folded[place]);
    }

    boolean isDigit(int place) {
        return place >= 0 && place < length && Character.isDigit(folded[place]);
    }

    boolean isCapital(int place) {
        return Character.isUpperCase(text.charAt(starts[place]));
    }

    /** Whether a word goes on here: a letter, or a sign for one between letters. */
    boolean isInWord(int place) {
        return isLetter(place)
                || (place > 0
                        && place < length
                        && Lookalikes.isSign(folded[place])
                        && isLetter(place - 1)
                        && isLetter(place + 1));
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!Character.isWhitespace(folded[i])) {
                return false;
            }
        }
        return true;
    }

    /** The part of the text from one place to another, exclusive. */
    Passage passage(int from, int to) {
        return new Passage(starts[from], text.substring(starts[from], ends[to - 1]));
    }

    /** What stands from one place to another, exclusive. */
    String folded(int from, int to) {
        return new String(folded, from, to - from);
    }

    /**
     * The folded letters and digits of a text alone, without what is between them. Their places, which cost more than the
     * letters, are not noted.
     */
    static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < Lookalikes.ASCII) {
                keep(Lookalikes.lower(character), kept);
            } else {
                int codePoint = text.codePointAt(i);
                Lookalikes.of(codePoint).chars().forEach(looks -> keep((char) looks, kept));
                i += Character.charCount(codePoint) - 1;
            }
        }
        return kept.toString();
    }

    private static void keep(char folded, StringBuilder kept) {
        if (Character.isLetterOrDigit(folded)) {
            kept.append(folded);
        }
    }
}
