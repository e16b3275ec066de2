package org.ardina.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.ardina.search.QueryWords.Word;

/**
 * The terms of the index that count as one word of a search.
 *
 * @param word as it is indexed
 * @param stems that stand for it, which count for less
 * @param longer words that begin with it, which count for little
 */
record TermChoice(String word, List<String> stems, List<String> longer) {

    private static final float STEM = 0.5f;
    private static final float LONGER = 0.25f;
    private static final int SHORTEST_BEGINNING = 2;

    /** How many words of the index are looked at that begin so, in each segment, and how many of them are taken. */
    private static final int LOOKED_AT = 500;

    private static final int TAKEN = 12;

    TermChoice {
        stems = List.copyOf(stems);
        longer = List.copyOf(longer);
    }

    /** A word or stem in the text of articles. */
    static Term inText(String wordOrStem) {
        return new Term(IndexFields.TEXT, wordOrStem);
    }

    static TermChoice of(Word word) {
        return new TermChoice(word.folded(), word.stems(), List.of());
    }

    /** With the most frequent words that begin with this one, for whoever is still typing it. */
    TermChoice withLonger(IndexReader reader) throws IOException {
        if (word.length() < SHORTEST_BEGINNING) {
            return this;
        }
        Map<String, Integer> found = new HashMap<>();
        BytesRef beginning = new BytesRef(word);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(IndexFields.TEXT);
            if (terms != null) {
                TermsEnum next = terms.iterator();
                int looked = 0;
                boolean there = next.seekCeil(beginning) != TermsEnum.SeekStatus.END;
                while (there && looked < LOOKED_AT && StringHelper.startsWith(next.term(), beginning)) {
                    found.merge(next.term().utf8ToString(), next.docFreq(), Integer::sum);
                    looked++;
                    there = next.next() != null;
                }
            }
        }
        found.remove(word);
        return new TermChoice(
                word,
                stems,
                found.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(TAKEN)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    Query in(String field) {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field).addTerm(new Term(field, word));
        stems.forEach(stem -> query.addTerm(new Term(field, stem), STEM));
        longer.forEach(other -> query.addTerm(new Term(field, other), LONGER));
        return query.build();
    }

    List<String> all() {
        List<String> all = new ArrayList<>(List.of(word));
        all.addAll(stems);
        all.addAll(longer);
        return all;
    }
}
