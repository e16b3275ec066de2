package org.ardina.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Puts a mark before every stem, which is every token that is no keyword. */
final class StemMarkFilter extends TokenFilter {

    private final String mark;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    StemMarkFilter(TokenStream input, String mark) {
        super(input);
        this.mark = mark;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            int length = term.length();
            char[] letters = term.resizeBuffer(length + mark.length());
            System.arraycopy(letters, 0, letters, mark.length(), length);
            mark.getChars(0, mark.length(), letters, 0);
            term.setLength(length + mark.length());
        }
        return true;
    }
}
