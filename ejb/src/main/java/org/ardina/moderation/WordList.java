package org.ardina.moderation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words to look for, and innocent ones that contain them. */
final class WordList {

    /** So many passages tell a moderator enough. */
    private static final int MOST_PASSAGES = 20;

    /** Signs that stand for letters within words, but before them for themselves. */
    private static final String BEFORE_WORDS = "*(<";

    private static final String APOSTROPHES = "'’ʼ`´";

    private final Map<Character, List<WordPattern>> whole = new HashMap<>();
    private final Map<Character, List<WordPattern>> anywhere = new HashMap<>();
    private final Set<String> innocent;

    /**
     * A list.
     *
     * @param innocent words in small letters without marks that are never meant, whatever they contain
     */
    WordList(Collection<WordPattern> patterns, Set<String> innocent) {
        for (WordPattern pattern : Set.copyOf(patterns)) {
            (pattern.startsAnywhere() ? anywhere : whole)
                    .computeIfAbsent(pattern.first(), first -> new ArrayList<>())
                    .add(pattern);
        }
        this.innocent = Set.copyOf(innocent);
    }

    /** Where its words are in the text, in order. */
    List<Passage> in(FoldedText text) {
        List<Passage> passages = new ArrayList<>();
        int place = 0;
        while (place < text.length() && passages.size() < MOST_PASSAGES) {
            int end = find(text, place);
            if (end > place) {
                int first = startOfWord(text, place);
                int last = endOfWord(text, end);
                if (!innocent.contains(text.folded(first, last))) {
                    passages.add(text.passage(first, last));
                }
                place = last;
            } else {
                place++;
            }
        }
        return passages;
    }

    private int find(FoldedText text, int place) {
        char here = text.at(place);
        // Within a run of one character whatever is found was found at its beginning.
        if (BEFORE_WORDS.indexOf(here) >= 0
                || Character.isWhitespace(here)
                || (place > 0 && text.at(place - 1) == here)) {
            return -1;
        }
        int end = -1;
        if (!text.isInWord(place - 1) && !isAfterApostrophe(text, place)) {
            end = find(whole, text, place);
        }
        if (end < 0) {
            end = find(anywhere, text, place);
        }
        return end;
    }

    private static int find(Map<Character, List<WordPattern>> patterns, FoldedText text, int place) {
        char here = text.at(place);
        int longest = find(patterns.get(here), text, place);
        String meant = Lookalikes.meant(here);
        for (int i = 0; i < meant.length(); i++) {
            longest = Math.max(longest, find(patterns.get(meant.charAt(i)), text, place));
        }
        return longest;
    }

    private static int find(@Nullable List<WordPattern> patterns, FoldedText text, int place) {
        int longest = -1;
        if (patterns != null) {
            for (WordPattern pattern : patterns) {
                longest = Math.max(longest, pattern.match(text, place));
            }
        }
        return longest;
    }

    /** What follows an apostrophe belongs to the word before it. */
    private static boolean isAfterApostrophe(FoldedText text, int place) {
        return place > 1 && text.isLetter(place - 2) && APOSTROPHES.indexOf(text.at(place - 1)) >= 0;
    }

    private static int startOfWord(FoldedText text, int place) {
        int start = place;
        while (text.isInWord(start - 1)) {
            start--;
        }
        return start;
    }

    private static int endOfWord(FoldedText text, int place) {
        int end = place;
        while (text.isInWord(end)) {
            end++;
        }
        return end;
    }
}
