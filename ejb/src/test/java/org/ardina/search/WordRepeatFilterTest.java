package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.junit.jupiter.api.Test;

class WordRepeatFilterTest {

    private static final long SEED = 11;
    private static final int TEXTS = 300;
    private static final List<String> WORDS = List.of(
            "elections", "Elections", "a", "2026", "\u00e9lections", "running", "\u4e2d\u6587", "x".repeat(300), "-");

    private record Token(String letters, boolean keyword, int step, int start, int end, String type) {}

    @Test
    void givesTheSameAsTheOneOfLucene() throws IOException {
        Random random = new Random(SEED);
        Words ours = new Words(WordRepeatFilter::new);
        Words theirs = new Words(KeywordRepeatFilter::new);
        for (int number = 0; number < TEXTS; number++) {
            String text = String.join(
                    " ",
                    random.ints(random.nextInt(12), 0, WORDS.size())
                            .mapToObj(WORDS::get)
                            .toList());
            assertThat(ours.of(text)).as(text).isEqualTo(theirs.of(text));
        }
    }

    /** The words of one text after the other, as an analyser finds them. */
    private static final class Words {

        private final StandardTokenizer tokenizer = new StandardTokenizer();
        private final TokenStream stream;

        Words(UnaryOperator<TokenStream> repeat) {
            stream = new PorterStemFilter(repeat.apply(tokenizer));
        }

        List<Token> of(String text) throws IOException {
            List<Token> tokens = new ArrayList<>();
            tokenizer.setReader(new StringReader(text));
            stream.reset();
            while (stream.incrementToken()) {
                OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
                tokens.add(new Token(
                        stream.getAttribute(CharTermAttribute.class).toString(),
                        stream.getAttribute(KeywordAttribute.class).isKeyword(),
                        stream.getAttribute(PositionIncrementAttribute.class).getPositionIncrement(),
                        offset.startOffset(),
                        offset.endOffset(),
                        stream.getAttribute(TypeAttribute.class).type()));
            }
            stream.end();
            stream.close();
            return tokens;
        }
    }
}
