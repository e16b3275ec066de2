package org.ardina.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;

/**
 * Gives every word twice, first as a keyword, which stemming leaves alone. Lucene's own {@code KeywordRepeatFilter} copies
 * all that it knows of a word, of which only the letters change: a twelfth of the memory that an import asks for.
 */
final class WordRepeatFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private char[] word = {};
    private int length;
    private boolean again;

    WordRepeatFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (again) {
            term.copyBuffer(word, 0, length);
            position.setPositionIncrement(0);
        } else {
            if (!input.incrementToken()) {
                return false;
            }
            remember();
        }
        keyword.setKeyword(!again);
        again = !again;
        return true;
    }

    private void remember() {
        length = term.length();
        word = ArrayUtil.grow(word, length);
        System.arraycopy(term.buffer(), 0, word, 0, length);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        again = false;
    }
}
