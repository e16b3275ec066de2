package org.ardina.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ardina.moderation.ToxicityMeasures.Scored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped models, also on the third of the real texts that they did not learn from, where these are at hand. */
class ToxicityModelTest {

    private static final double HOLD = Thresholds.STANDARD.holdScore() / 100.0;

    @Test
    void tellsToxicFromHarmlessSentencesInEnglish() throws IOException {
        List<Scored> clear = ToxicityMeasures.clear(ToxicityMeasures.score("en", LabelledSentences.civilSentences()));
        assertThat(clear).hasSizeGreaterThan(9_000);
        assertThat(ToxicityMeasures.auc(clear)).isGreaterThan(0.90);
        assertThat(ToxicityMeasures.falsePositives(clear, HOLD)).isLessThan(0.03);
        assertThat(ToxicityMeasures.falsePositives(ToxicityMeasures.aboutIdentities("en", clear), HOLD))
                .isLessThan(0.08);
    }

    @Test
    void tellsToxicFromHarmlessTweetsInPortuguese() throws IOException {
        List<Scored> clear = ToxicityMeasures.clear(ToxicityMeasures.score("pt", LabelledSentences.tweets()));
        assertThat(clear).hasSizeGreaterThan(5_000);
        assertThat(ToxicityMeasures.auc(clear)).isGreaterThan(0.86);
        assertThat(ToxicityMeasures.falsePositives(clear, HOLD)).isLessThan(0.04);
        assertThat(ToxicityMeasures.falsePositives(ToxicityMeasures.aboutIdentities("pt", clear), HOLD))
                .isLessThan(0.10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void doesNotHoldThePaperItself(String language) throws IOException {
        List<Scored> prose = ToxicityMeasures.score(language, LabelledSentences.prose(language));
        assertThat(prose).hasSizeGreaterThan(1_000);
        assertThat(ToxicityMeasures.falsePositives(prose, HOLD)).isLessThan(0.005);
    }

    @ParameterizedTest
    @CsvSource({
        "en, You are a stupid pathetic idiot.",
        "en, 'Thanks for the recipe. You are a stupid pathetic idiot. See you on Monday.'",
        "en, Yоu аre а ѕtuріd раthеtіс idiоt.",
        "en-GB, What a bunch of ignorant hateful morons you are!",
        "pt, Vai tomar no cu seu filho da puta",
        "pt-PT, És um idiota de merda e a tua família também"
    })
    void findsAbuse(String language, String text) {
        ToxicityModel.Score score = score(language, text);
        assertThat(score.value()).isGreaterThan(HOLD);
        assertThat(text).contains(score.passage().text());
    }

    @ParameterizedTest
    @CsvSource({
        "en, I am a gay Muslim woman and I live in Porto.",
        "en, 'The council voted against the new bridge, which I regret.'",
        "en, The black cat crossed the street.",
        "pt, Sou uma mulher negra e lésbica e vivo no Porto.",
        "pt, A câmara votou contra a nova ponte e tenho pena.",
        "pt, O autocarro chegou atrasado outra vez."
    })
    void passesWhatIsHarmless(String language, String text) {
        assertThat(score(language, text).value()).isLessThan(HOLD);
    }

    @Test
    void namesTheWorstSentence() {
        assertThat(score("en", "Thanks for the recipe. You are a stupid idiot! See you on Monday.")
                        .passage())
                .isEqualTo(new Passage(22, " You are a stupid idiot!"));
    }

    @Test
    void holdsOrRejectsByTheThresholds() {
        String text = "You are a stupid pathetic idiot.";
        double score = score("en", text).value();
        int above = (int) Math.floor(score * 100);
        assertThat(verdict(text, above, 101)).isEqualTo(Verdict.HOLD);
        assertThat(verdict(text, 101, above)).isEqualTo(Verdict.REJECT);
        assertThat(verdict(text, 1, above)).isEqualTo(Verdict.REJECT);
        assertThat(verdict(text, above + 1, 101)).isEqualTo(Verdict.PUBLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "👍👍", " \n ", "@someone https://site.example/stupid-idiot"})
    void saysNothingOfWhatHasNoWords(String text) {
        assertThat(ToxicityModel.of("en").orElseThrow().score(new FoldedText(text)))
                .isEmpty();
    }

    @Test
    void knowsItsLanguagesOnly() {
        assertThat(ToxicityModel.of("en-US")).isPresent();
        assertThat(ToxicityModel.of("pt_BR")).isEmpty();
        assertThat(ToxicityModel.of("fr")).isEmpty();
        assertThat(ToxicityModel.of("")).isEmpty();
        assertThat(new Rules(Thresholds.STANDARD, WordLists.NONE)
                        .judge(Comments.by("Bonjour").in("fr").submission())
                        .score())
                .isEmpty();
    }

    @Test
    void readsTextsWithoutAnEnd() {
        for (String row : List.of("a", "ab ", "a.b", ". ", "\n", "é!")) {
            FoldedText text = new FoldedText(row.repeat(5_000 / row.length()));
            int from = 0;
            while (from < text.length()) {
                int to = ToxicityModel.endOfSentence(text, from);
                assertThat(to).isGreaterThan(from).isLessThanOrEqualTo(text.length());
                from = to;
            }
        }
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        byte[] weights = new byte[1 << ToxicityModel.BITS];
        weights[7] = -3;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ToxicityModel(weights, 0.5, -1.5).write(file);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ToxicityModel.read(new ByteArrayInputStream(file.toByteArray())).write(again);
        assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
        assertThatThrownBy(() -> ToxicityModel.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }

    private static ToxicityModel.Score score(String language, String text) {
        return ToxicityModel.of(language)
                .orElseThrow()
                .score(new FoldedText(text))
                .orElseThrow();
    }

    private static Verdict verdict(String text, int hold, int reject) {
        return new Rules(new Thresholds(5_000, 2, 0, 70, 90, 50, hold, reject), WordLists.parse(Map.of()))
                .judge(Comments.by(text).submission())
                .verdict();
    }
}
