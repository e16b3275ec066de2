package org.ardina.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The words and phrases of a search. Nothing in its text has a meaning but quotation marks in pairs; there is no
 * grammar that a text could break.
 *
 * @param words those outside of quotation marks, each once, in their order
 * @param phrases words that stand one behind the other, as they are written
 * @param sequence all words as they stand
 */
record QueryWords(List<Word> words, List<List<String>> phrases, List<String> sequence) {

    /** More words than any headline has; what comes behind is looked past. */
    static final int MOST = 40;

    private static final String QUOTES = "\"“”„«»";
    private static final String FIELD = "query";
    private static final Analyzer ENGLISH = new WordAnalyzer(Stemming.ENGLISH);
    private static final Analyzer PORTUGUESE = new WordAnalyzer(Stemming.PORTUGUESE);

    QueryWords {
        words = List.copyOf(words);
        phrases = phrases.stream().map(List::copyOf).toList();
        sequence = List.copyOf(sequence);
    }

    /**
     * A word of the search.
     *
     * @param folded as it is indexed
     * @param stems marked, one for each language; see {@link WordAnalyzer}
     * @param from where it begins in the text of the search
     * @param to where it ends there
     */
    record Word(String folded, List<String> stems, int from, int to) {}

    static QueryWords of(String text) {
        Map<String, Word> words = new LinkedHashMap<>();
        Set<List<String>> phrases = new LinkedHashSet<>();
        List<String> sequence = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int opening = quote(text, from);
            int closing = opening < 0 ? -1 : quote(text, opening + 1);
            int end = closing < 0 ? text.length() : opening;
            for (Word word : words(text.substring(from, end), from)) {
                words.putIfAbsent(word.folded(), word);
                sequence.add(word.folded());
            }
            if (closing < 0) {
                break;
            }
            List<Word> quoted = words(text.substring(opening + 1, closing), opening + 1);
            if (!quoted.isEmpty()) {
                List<String> phrase = quoted.stream().map(Word::folded).toList();
                phrases.add(phrase);
                sequence.addAll(phrase);
            }
            from = closing + 1;
        }
        List<Word> some = words.values().stream().limit(MOST).toList();
        List<List<String>> someToo = new ArrayList<>();
        int room = MOST - some.size();
        for (List<String> phrase : phrases) {
            if (phrase.size() <= room) {
                someToo.add(phrase);
                room -= phrase.size();
            }
        }
        return new QueryWords(some, someToo, sequence.stream().limit(MOST).toList());
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    private static int quote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<Word> words(String text, int offset) {
        List<Word> english = analysed(ENGLISH, text, offset);
        List<Word> portuguese = analysed(PORTUGUESE, text, offset);
        List<Word> words = new ArrayList<>(english.size());
        for (int i = 0; i < english.size(); i++) {
            Word word = english.get(i);
            List<String> stems = new ArrayList<>(word.stems());
            stems.addAll(portuguese.get(i).stems());
            words.add(new Word(word.folded(), List.copyOf(stems), word.from(), word.to()));
        }
        return words;
    }

    private static List<Word> analysed(Analyzer analyzer, String text, int offset) {
        List<Word> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            @Nullable Word word = null;
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0 || word == null) {
                    word = new Word(
                            term.toString(), List.of(), offset + place.startOffset(), offset + place.endOffset());
                    words.add(word);
                } else {
                    word = new Word(word.folded(), List.of(term.toString()), word.from(), word.to());
                    words.set(words.size() - 1, word);
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return words;
    }
}
