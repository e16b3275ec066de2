package org.ardina.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.ardina.search.MarkedText.Span;

/**
 * Marks in an article what was searched for, and chooses the part of its text that shows most of it. Where words are is
 * read from the index, so that no text is taken apart again.
 */
final class Excerpts {

    static final int LENGTH = 240;

    private static final int BEFORE = 60;

    /** How far a cut is moved to keep words whole. */
    private static final int LONGEST_WORD = 30;

    private static final int MOST_PLACES_OF_A_TERM = 100;
    private static final String CUT = "…";

    private final IndexReader reader;
    private final List<List<String>> words;
    private final ShownBytes shown;

    /** Where each word is in the segment that is looked at. */
    private final List<List<PostingsEnum>> places = new ArrayList<>();

    private int base;
    private int opened = -1;

    /** @param words that were searched for, each with all terms that stand for it */
    Excerpts(IndexReader reader, List<List<String>> words) {
        this.reader = reader;
        this.words = words;
        this.shown = new ShownBytes(reader);
    }

    /** Marks an article. They are to be asked for in the order of the index. */
    SearchHit hit(int document) throws IOException {
        open(document);
        IndexedArticle article = IndexedArticle.read(shown.of(document));
        List<Span> spans = spans(document - base);
        String text = article.text();
        String headline = article.summary().headline();
        return new SearchHit(
                article.summary(),
                MarkedText.of(headline, 0, headline.length(), spans),
                excerpt(text, Math.min(article.excerptsFrom(), text.length()), spans));
    }

    private void open(int document) throws IOException {
        int ordinal = ReaderUtil.subIndex(document, reader.leaves());
        if (ordinal != opened) {
            LeafReaderContext leaf = reader.leaves().get(ordinal);
            open(leaf);
            base = leaf.docBase;
            opened = ordinal;
        }
    }

    private List<Span> spans(int inLeaf) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (int word = 0; word < places.size(); word++) {
            for (PostingsEnum postings : places.get(word)) {
                int there = postings.docID() < inLeaf ? postings.advance(inLeaf) : postings.docID();
                if (there == inLeaf) {
                    int count = Math.min(postings.freq(), MOST_PLACES_OF_A_TERM);
                    for (int place = 0; place < count; place++) {
                        postings.nextPosition();
                        spans.add(new Span(postings.startOffset(), postings.endOffset(), word));
                    }
                }
            }
        }
        spans.sort(null);
        return spans;
    }

    private void open(LeafReaderContext leaf) throws IOException {
        places.clear();
        for (List<String> terms : words) {
            List<PostingsEnum> ofWord = new ArrayList<>();
            for (String term : terms) {
                PostingsEnum postings = leaf.reader().postings(TermChoice.inText(term), PostingsEnum.OFFSETS);
                if (postings != null) {
                    ofWord.add(postings);
                }
            }
            places.add(ofWord);
        }
    }

    static MarkedText excerpt(String text, int from, List<Span> spans) {
        int start = from;
        int best = 0;
        for (int first = 0; first < spans.size(); first++) {
            Span span = spans.get(first);
            if (span.from() >= from) {
                int value = value(spans, first);
                if (value > best) {
                    best = value;
                    start = Math.max(from, span.from() - BEFORE);
                }
            }
        }
        // What is just behind the beginning is shown from the beginning.
        start = start - from < BEFORE ? from : wordStart(text, start);
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start + LENGTH >= text.length() ? text.length() : wordEnd(text, start + LENGTH);
        MarkedText chosen = MarkedText.of(text, start, end, spans);
        List<MarkedText.Part> parts = new ArrayList<>(chosen.parts());
        if (start > from + 1) {
            parts.add(0, new MarkedText.Part(CUT + " ", false));
        }
        if (end < text.length()) {
            parts.add(new MarkedText.Part(CUT, false));
        }
        return new MarkedText(parts);
    }

    /** How much of what was searched for is in the part that begins with this place: many words before often the same. */
    private static int value(List<Span> spans, int first) {
        int end = spans.get(first).from() + LENGTH - BEFORE;
        BitSet different = new BitSet();
        int count = 0;
        for (int i = first; i < spans.size() && spans.get(i).to() <= end; i++) {
            different.set(spans.get(i).word());
            count++;
        }
        return different.cardinality() * MOST_PLACES_OF_A_TERM + Math.min(count, MOST_PLACES_OF_A_TERM - 1);
    }

    /** The start of the word that begins there or soon after. */
    private static int wordStart(String text, int place) {
        for (int i = place; i < Math.min(text.length(), place + LONGEST_WORD); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return whole(text, place);
    }

    /** The end of the word that ends there or a little before. */
    private static int wordEnd(String text, int place) {
        for (int i = place; i > place - LONGEST_WORD; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return whole(text, place);
    }

    /** A place that does not divide a character of two halves. */
    private static int whole(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
