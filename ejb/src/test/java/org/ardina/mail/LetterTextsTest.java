package org.ardina.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTextsTest {

    private static final Map<String, String> VALUES = Map.of(
            "username", "rosa", "site", "https://news.example.org/", "link", "https://news.example.org/reset?token=x");

    @Test
    void sayTheSameInBothLanguages() {
        LetterTexts english = LetterTexts.of("en");
        LetterTexts portuguese = LetterTexts.of("pt-BR");
        assertThat(english.keys()).hasSizeGreaterThan(10).isEqualTo(portuguese.keys());
        for (String key : english.keys()) {
            assertThat(places(portuguese.text(key))).as(key).isEqualTo(places(english.text(key)));
            assertThat(portuguese.text(key)).as(key).isNotBlank();
            if (!key.equals("signature")) {
                assertThat(portuguese.text(key)).as(key).isNotEqualTo(english.text(key));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en,en", "pt,pt", "pt-PT,pt", "fr,en", "'',en", "../../x,en"})
    void areInTheLanguageAskedForOrEnglish(String asked, String given) {
        assertThat(LetterTexts.of(asked).language()).isEqualTo(given);
    }

    @Test
    void setALinkInAParagraphOfItsOwn() {
        Mail mail = LetterTexts.of("en").write("reset-password", "rosa@example.org", VALUES);
        assertThat(mail.subject()).isEqualTo("Choose a new password");
        assertThat(mail.paragraphs())
                .startsWith("Hello rosa,")
                .contains("https://news.example.org/reset?token=x")
                .endsWith("Ardina\nhttps://news.example.org/");
    }

    @Test
    void fillEachPlaceOnceWhateverTheValueLooksLike() {
        Map<String, String> values = Map.of("username", "{link}$1\\", "site", "s", "link", "l");
        assertThat(LetterTexts.of("en")
                        .write("reset-password", "rosa@example.org", values)
                        .paragraphs())
                .startsWith("Hello {link}$1\\,");
    }

    @Test
    void wantAValueForEveryPlace() {
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> LetterTexts.of("en").write("reset-password", "rosa@example.org", Map.of()));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{[a-z]+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
