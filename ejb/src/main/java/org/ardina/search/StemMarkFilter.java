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
            String stem = term.toString();
            term.setEmpty().append(mark).append(stem);
        }
        return true;
    }
}
