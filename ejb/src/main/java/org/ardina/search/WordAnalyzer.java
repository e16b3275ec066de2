package org.ardina.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Divides text into words (UAX #29, joined ones too), in lower case and without accents. Beside each word stands its stem with a mark of
 * the language, so that one field holds both and a stem is never taken for a word: {@code elections}, {@code
 * ~eelect}.
 */
final class WordAnalyzer extends Analyzer {

    /** Where stems begin that stand beside words of that language. No word begins so. */
    static final String ENGLISH_MARK = "~e";

    static final String PORTUGUESE_MARK = "~p";

    private final Stemming stemming;

    WordAnalyzer(Stemming stemming) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.stemming = stemming;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream folded =
                new ASCIIFoldingFilter(new EnglishPossessiveFilter(new LowerCaseFilter(new JoinedWordFilter(words))));
        return new TokenStreamComponents(
                words,
                switch (stemming) {
                    case NONE -> folded;
                    case ENGLISH ->
                        new StemMarkFilter(new PorterStemFilter(new KeywordRepeatFilter(folded)), ENGLISH_MARK);
                    case PORTUGUESE ->
                        new StemMarkFilter(
                                new PortugueseFoldedStemFilter(new KeywordRepeatFilter(folded)), PORTUGUESE_MARK);
                });
    }
}
