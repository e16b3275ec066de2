package org.ardina.moderation;

import org.jspecify.annotations.Nullable;

/**
 * A word or phrase of a list, found also where it is disguised: by lookalikes, signs for letters, letters said longer,
 * letters set apart. It is found as a whole word unless it begins or ends with an asterisk. A space stands for anything
 * between words, a hyphen for that or nothing.
 */
final class WordPattern {

    private static final int MOST_STEPS = 2_000;
    private static final int LONGEST_GAP = 4;
    private static final int LONGEST_RUN = 200;
    private static final int MOST_SIGNS = 3;
    private static final int LEAST_SURE = 2;
    private static final int MOST_STARS = 2;

    /** Signs that within a word part nothing. */
    private static final String JOINTS = "-_~*`^=|";

    private final String letters;
    private final int count;
    private final boolean phrase;
    private final boolean startsAnywhere;
    private final boolean endsAnywhere;

    private WordPattern(String letters, boolean startsAnywhere, boolean endsAnywhere) {
        this.letters = letters;
        this.count = (int) letters.chars().filter(c -> c != ' ' && c != '-').count();
        this.phrase = letters.indexOf(' ') >= 0;
        this.startsAnywhere = startsAnywhere;
        this.endsAnywhere = endsAnywhere;
    }

    /**
     * Reads an entry of a list.
     *
     * @throws IllegalArgumentException if it is not made of at least two letters, with spaces, hyphens and asterisks where
     *     they mean something
     */
    static WordPattern parse(String entry) {
        boolean startsAnywhere = entry.startsWith("*");
        boolean endsAnywhere = entry.length() > 1 && entry.endsWith("*");
        String word = entry.substring(startsAnywhere ? 1 : 0, entry.length() - (endsAnywhere ? 1 : 0));
        FoldedText folded = new FoldedText(word);
        String letters = folded.folded(0, folded.length());
        boolean readable = letters.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-');
        if (!readable || !folded.isLetter(0) || !folded.isLetter(letters.length() - 1) || letters.length() < 2) {
            throw new IllegalArgumentException(
                    '\'' + entry + "' is not a word or phrase of letters, with an asterisk at most at its ends");
        }
        return new WordPattern(letters, startsAnywhere, endsAnywhere);
    }

    char first() {
        return letters.charAt(0);
    }

    boolean startsAnywhere() {
        return startsAnywhere;
    }

    /** Where what begins at that place and matches ends, exclusive; negative if it does not match. */
    int match(FoldedText text, int start) {
        return new Attempt(text, start).walk(0, start, Seen.NOTHING);
    }

    /**
     * What was met on the way.
     *
     * @param sure letters that are nothing else
     * @param stars asterisks for letters
     * @param joints gaps of signs that part nothing
     * @param gaps other gaps
     * @param spaces how many of these have a space
     * @param lastGap after which letter the last of these was
     */
    private record Seen(int sure, int stars, int joints, int gaps, int spaces, int lastGap) {

        static final Seen NOTHING = new Seen(0, 0, 0, 0, 0, -1);

        Seen letter(boolean isSure, boolean isStar) {
            return new Seen(sure + (isSure ? 1 : 0), stars + (isStar ? 1 : 0), joints, gaps, spaces, lastGap);
        }

        Seen gap(boolean isJoint, boolean hasSpace, int element) {
            return isJoint
                    ? new Seen(sure, stars, joints + 1, gaps, spaces, lastGap)
                    : new Seen(sure, stars, joints, gaps + 1, spaces + (hasSpace ? 1 : 0), element);
        }
    }

    private final class Attempt {

        private final FoldedText text;
        private final int start;
        private int steps;

        Attempt(FoldedText text, int start) {
            this.text = text;
            this.start = start;
        }

        int walk(int element, int place, Seen seen) {
            if (element == letters.length()) {
                return isMeant(place, seen) ? place : -1;
            }
            if (++steps > MOST_STEPS) {
                return -1;
            }
            char letter = letters.charAt(element);
            if (letter == ' ' || letter == '-') {
                int end = endOfGap(place);
                return letter == ' ' && end == place ? -1 : walk(element + 1, end, seen);
            }
            boolean star = place < text.length() && text.at(place) == '*';
            if (!text.mayBe(place, letter) || (star && (element == 0 || element == letters.length() - 1))) {
                return -1;
            }
            Seen met = seen.letter(text.at(place) == letter, star);
            int run = star ? 1 : run(element, place, letter);
            int end = goOn(element, place + run, met);
            for (int length = run - 1; length > 0 && end < 0 && element + 1 < letters.length(); length--) {
                // What is given back must serve as the next letter.
                if (text.mayBe(place + length, letters.charAt(element + 1))) {
                    end = goOn(element, place + length, met);
                }
            }
            return end;
        }

        private int goOn(int element, int next, Seen seen) {
            int end = walk(element + 1, next, seen);
            if (end >= 0 || element + 1 == letters.length() || !Character.isLetter(letters.charAt(element + 1))) {
                return end;
            }
            int after = endOfGap(next);
            if (after == next) {
                return -1;
            }
            boolean joint = true;
            boolean space = false;
            for (int i = next; i < after; i++) {
                joint &= isJoint(i);
                space |= Character.isWhitespace(text.at(i));
            }
            return walk(element + 1, after, seen.gap(joint, space, element));
        }

        /** How often the letter is said: once, or more often if it is not the next one too. */
        private int run(int element, int place, char letter) {
            boolean again = element + 1 < letters.length() && letters.charAt(element + 1) == letter;
            int run = 1;
            int signs = 0;
            while (!again && run < LONGEST_RUN && text.mayBe(place + run, letter) && text.at(place + run) != '*') {
                if (!text.isLetter(place + run) && ++signs > MOST_SIGNS) {
                    return run;
                }
                run++;
            }
            return run;
        }

        private boolean isJoint(int place) {
            return place < text.length() && JOINTS.indexOf(text.at(place)) >= 0;
        }

        private int endOfGap(int place) {
            int end = place;
            while (end < text.length() && end - place < LONGEST_GAP && !text.isLetter(end) && !text.isDigit(end)) {
                end++;
            }
            return end;
        }

        private boolean isMeant(int end, Seen seen) {
            if (seen.sure() < LEAST_SURE
                    || seen.stars() > (count > 3 ? MOST_STARS : 0)
                    || (!endsAnywhere && text.isInWord(end))
                    || (seen.stars() > 0 && isJoint(end) && text.isLetter(end + 1))) {
                return false;
            }
            int parted = seen.gaps() + seen.joints();
            if (parted == 0) {
                return true;
            }
            if (phrase || count < 3) {
                return false;
            }
            if (parted == letters.length() - 1 && (count > 3 || seen.spaces() == 0)) {
                return !isSingle(start - 1, -1) && !isSingle(end, 1);
            }
            return count > 3 && (seen.gaps() == 0 || (parted == 1 && isCutOff(seen.lastGap())));
        }

        /**
         * Whether only the first or last letter is cut off: not a vowel, as many vowels are words, nor a capital, as they
         * name plans and vitamins.
         */
        private boolean isCutOff(int lastGap) {
            int last = letters.length() - 1;
            return (lastGap == 0 && !isVowel(letters.charAt(0)) && !text.isCapital(start))
                    || (lastGap == last - 1 && !isVowel(letters.charAt(last)));
        }

        /** Whether beside the gap that begins here stands one letter alone that is no word: a longer word is spelt out. */
        private boolean isSingle(int place, int direction) {
            int letter = place;
            for (int i = 0; i < LONGEST_GAP && !text.isLetter(letter); i++) {
                letter += direction;
            }
            return text.isLetter(letter) && !text.isLetter(letter + direction) && !isVowel(text.at(letter));
        }
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WordPattern pattern
                && pattern.letters.equals(letters)
                && pattern.startsAnywhere == startsAnywhere
                && pattern.endsAnywhere == endsAnywhere;
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    @Override
    public String toString() {
        return (startsAnywhere ? "*" : "") + letters + (endsAnywhere ? "*" : "");
    }
}
