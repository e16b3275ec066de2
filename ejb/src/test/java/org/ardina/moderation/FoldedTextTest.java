package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldedTextTest {

    /** ASCII, accents, other scripts, letters of mathematics, ligatures, signs that nobody sees, and half a character. */
    private static final String[] PIECES = {
        "a", "Z", "7", " ", "!", "ç", "Ã", "e\u0301", "о", "Ω", "𝐛", "ﬁ", "\u200B", "👍", "北", "ⅷ", "\uD83D", "🅰"
    };

    private final Random random = new Random(20261122);

    @Test
    void foldsAlikeWithAndWithoutPlaces() {
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(40), 0, PIECES.length)
                    .mapToObj(piece -> PIECES[piece])
                    .collect(Collectors.joining());
            FoldedText folded = new FoldedText(text);
            String kept = folded.folded(0, folded.length())
                    .chars()
                    .filter(Character::isLetterOrDigit)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(FoldedText.lettersAndDigits(text)).as(text).isEqualTo(kept);
        }
    }
}
