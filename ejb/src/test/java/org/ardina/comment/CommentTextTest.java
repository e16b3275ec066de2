package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentTextTest {

    @Test
    void keepsParagraphsAndLines() {
        assertThat(CommentText.of("  One \r\nline\t \r\n\r\n\r\n\r\nTwo\u2028three\n"))
                .isEqualTo("One\nline\n\nTwo\nthree");
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(CommentText.of("a\u0000b\u0007c\ud800d\ue000e")).isEqualTo("abcde");
        assertThat(CommentText.of("e\u0301")).isEqualTo("é");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(CommentText.of("🚲".repeat(CommentText.MOST))).hasSize(2 * CommentText.MOST);
        assertRefused("🚲".repeat(CommentText.MOST + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u200b\u200d", "\u00a0\u3000", "\u0000"})
    void refusesWhatSaysNothing(String text) {
        assertRefused(text);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> CommentText.of(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.code()).isEqualTo("body-length"));
    }
}
