package org.ardina.search;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.ardina.search.QueryWords.Word;
import org.jspecify.annotations.Nullable;

/** Finds words of the paper that are spelled much like a word that no article has. */
final class Spelling {

    /** Looking for one takes milliseconds. */
    private static final int MOST_WORDS = 4;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(SHORTEST);
    }

    /** The text of the search with such words in the place of those that no article has; null if it has none. */
    @Nullable String suggestion(String text, List<Word> words) throws IOException {
        StringBuilder corrected = new StringBuilder();
        int written = 0;
        int looked = 0;
        boolean different = false;
        for (Word word : words) {
            boolean unknown = reader.docFreq(TermChoice.inText(word.folded())) == 0;
            if (unknown && word.from() >= written && looked++ < MOST_WORDS) {
                String other = similar(word.folded());
                if (other != null) {
                    corrected.append(text, written, word.from()).append(other);
                    written = word.to();
                    different = true;
                }
            }
        }
        return different ? corrected.append(text, written, text.length()).toString() : null;
    }

    private @Nullable String similar(String word) throws IOException {
        if (word.length() > LONGEST) {
            return null;
        }
        SuggestWord[] similar =
                checker.suggestSimilar(TermChoice.inText(word), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return similar.length == 0 ? null : asWritten(similar[0].string);
    }

    /** The word with its accents, as some article has it. */
    private String asWritten(String folded) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(TermChoice.inText(folded), PostingsEnum.OFFSETS);
            if (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                postings.nextPosition();
                BinaryDocValues shown = DocValues.getBinary(leaf.reader(), IndexFields.SHOWN);
                if (!shown.advanceExact(postings.docID())) {
                    continue;
                }
                String text = IndexedArticle.read(shown.binaryValue()).text();
                String written = text.substring(postings.startOffset(), postings.endOffset());
                return written.toLowerCase(Locale.ROOT);
            }
        }
        return folded;
    }
}
