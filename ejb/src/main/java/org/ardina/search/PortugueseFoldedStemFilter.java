package org.ardina.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.pt.PortugueseLightStemmer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Stems Portuguese words whose accents were folded, as readers often leave them out. The stemmer knows some endings by
 * their accents only, so those are put back first.
 */
final class PortugueseFoldedStemFilter extends TokenFilter {

    private final PortugueseLightStemmer stemmer = new PortugueseLightStemmer();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    PortugueseFoldedStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            char[] word = term.buffer();
            int length = term.length();
            restoreAccents(word, length);
            term.setLength(stemmer.stem(word, length));
        }
        return true;
    }

    /** Eleições, alemães, espanhóis: the plurals of words in -ão and -ol. */
    private static void restoreAccents(char[] word, int length) {
        if (length < 4 || word[length - 1] != 's') {
            return;
        }
        char vowel = word[length - 3];
        if (word[length - 2] == 'e' && (vowel == 'o' || vowel == 'a')) {
            word[length - 3] = vowel == 'o' ? 'õ' : 'ã';
        } else if (word[length - 2] == 'i' && vowel == 'o') {
            word[length - 3] = 'ó';
        }
    }
}
