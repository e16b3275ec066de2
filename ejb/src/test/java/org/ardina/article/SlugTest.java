package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    private static final Slug FALLBACK = new Slug("article");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    pt, Eleições: a maçã não chegou à mesa,  eleicoes-a-maca-nao-chegou-a-mesa
                    pt, Ação & Reação,                       acao-reacao
                    de, Über die Straße,                     ueber-die-strasse
                    en, Über Munich,                         uber-munich
                    zh, 中文新闻,                              zhong-wen-xin-wen
                    ja, ビットコイン,                           bittokoin
                    hi, समाचार,                               samacara
                    cs, Příliš žluťoučký kůň,                prilis-zlutoucky-kun
                    en, It’s the nation's C++,               its-the-nations-c
                    en, '  --Spaces   and___signs!! ',       spaces-and-signs
                    en, 🎉🎉,                                 article
                    en, '',                                  article
                    """)
    void transliteratesHeadlines(String language, String headline, String slug) {
        assertThat(Slug.of(headline == null ? "" : headline, language, FALLBACK))
                .hasToString(slug);
    }

    @Test
    void makesAValidSlugOfAnyText() {
        Random random = new Random(20_261_120);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(200), 0, random.nextBoolean() ? 0x250 : 0x10FFFF)
                    .filter(Character::isDefined)
                    .forEach(text::appendCodePoint);
            Slug slug = Slug.of(text.toString(), "en", FALLBACK);
            assertThat(Slug.isValid(slug.value())).as(text.toString()).isTrue();
            assertThat(Slug.isValid(slug.numbered(9).value())).isTrue();
            assertThat(Slug.isValid(slug.suffixed("0123abcd").value())).isTrue();
        }
    }

    @Test
    void cutsLongOnesAtAWord() {
        Slug slug = Slug.of("word ".repeat(60), "en", FALLBACK);
        assertThat(slug.value()).hasSizeLessThanOrEqualTo(Slug.MAXIMUM_LENGTH).endsWith("-word");
        assertThat(slug.numbered(2).value())
                .hasSizeLessThanOrEqualTo(Slug.MAXIMUM_LENGTH)
                .endsWith("-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "ä", "a/b", "a\u0000"})
    void refusesWhatIsNone(String text) {
        assertThat(Slug.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug(text));
    }
}
