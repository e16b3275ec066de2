package org.ardina.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Divides what UAX #29 takes for one word though it is several, joined as in programs and addresses: {@code
 * random.randint}, {@code news.example}, {@code last_name}. What is joined of single letters, as {@code U.S.}, and of
 * figures, as {@code 3.14}, stays one word. To stand right behind the tokenizer, while a token is as long as its text.
 */
final class JoinedWordFilter extends TokenFilter {

    private static final int SHORTEST_PART = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final StringBuilder rest = new StringBuilder();
    private int restBegins;

    JoinedWordFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (rest.length() == 0) {
            if (!input.incrementToken()) {
                return false;
            }
            if (joint(term) < 0 || place.endOffset() - place.startOffset() != term.length()) {
                return true;
            }
            rest.append(term);
            restBegins = place.startOffset();
        } else {
            step.setPositionIncrement(1);
        }
        int joint = joint(rest);
        int end = joint < 0 ? rest.length() : joint;
        term.setEmpty().append(rest, 0, end);
        place.setOffset(restBegins, restBegins + end);
        int next = Math.min(rest.length(), end + 1);
        restBegins += next;
        rest.delete(0, next);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        rest.setLength(0);
    }

    /** Where the next two words are joined; -1 if they are not. */
    private static int joint(CharSequence word) {
        for (int i = SHORTEST_PART; i < word.length() - SHORTEST_PART; i++) {
            char c = word.charAt(i);
            if ((c == '.' || c == '_' || c == ':') && isWordBefore(word, i) && isWordBehind(word, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWordBefore(CharSequence word, int joint) {
        return Character.isLetter(word.charAt(joint - 1)) && Character.isLetterOrDigit(word.charAt(joint - 2));
    }

    private static boolean isWordBehind(CharSequence word, int joint) {
        return Character.isLetter(word.charAt(joint + 1)) && Character.isLetterOrDigit(word.charAt(joint + 2));
    }
}
