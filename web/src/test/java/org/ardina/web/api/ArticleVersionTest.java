package org.ardina.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ardina.article.ArticleId;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleVersionTest {

    private static final ArticleId ID = new ArticleId("0123456789abcdef01234567");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"0123456789abcdef01234567-7\" | 7",
                "\"7\" | 7",
                "7 | 7",
                "0123456789abcdef01234567-7 | 7",
                "\"5\", \"7\" | 7",
                "W/\"7\" | -1",
                "\"another\" | -1",
                "\"fedcba987654321001234567-7\" | -1",
                "\"\" | -1",
                "\"99999999999999999999\" | -1"
            })
    void readsWhatAChangeIsMeantFor(String header, long version) {
        assertThat(ArticleVersion.expected(header, ID)).isEqualTo(version);
    }

    @Test
    void takesAnyForAStar() {
        assertThat(ArticleVersion.expected("*", ID)).isNull();
        assertThat(ArticleVersion.expected(null, ID)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7", "seven!", "\"7\" \"8\"x"})
    void refusesWhatIsNoTag(String header) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ArticleVersion.expected(header, ID));
    }

    @Test
    void readsWhatItWrites() {
        String written = '"' + ArticleVersion.value(ID, 12) + '"';
        assertThat(ArticleVersion.expected(written, ID)).isEqualTo(12);
    }
}
