package org.ardina.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewDeskTest {

    @Test
    void readsATimeAsBrowsersWriteIt() {
        assertThat(ReviewDesk.time("2026-11-21T08:30")).isEqualTo(Instant.parse("2026-11-21T08:30:00Z"));
        assertThat(ReviewDesk.time(" 2026-11-21T08:30:15 ")).isEqualTo(Instant.parse("2026-11-21T08:30:15Z"));
        assertThat(ReviewDesk.time("  ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomorrow", "2026-11-21", "2026-02-30T08:00", "2026-11-21T08:30Z"})
    void saysHowATimeIsWritten(String text) {
        assertThatThrownBy(() -> ReviewDesk.time(text))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        problem -> assertThat(problem.code()).isEqualTo("invalid-time"));
    }
}
