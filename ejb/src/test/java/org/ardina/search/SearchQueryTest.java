package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.ardina.problem.BusinessException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be searched for, and what is said about the rest. */
class SearchQueryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    @Test
    void tellsWhatIsWrong() {
        assertProblem("query-too-long", () -> query("x".repeat(SearchQuery.LONGEST_TEXT + 1), 0, 10));
        assertProblem("query-too-long", () -> query("x".repeat(10_000_000), 0, 10));
        assertProblem("too-deep", () -> query("x", SearchQuery.DEEPEST, 10));
        assertProblem("too-deep", () -> query("x", -1, 10));
        assertProblem("invalid-limit", () -> query("x", 0, 0));
        assertProblem("invalid-limit", () -> query("x", 0, 101));
        assertProblem(
                "invalid-period",
                () -> new SearchQuery("", null, null, DAY, DAY.minusDays(1), SearchOrder.LATEST, 0, 10));
        assertThat(query("x".repeat(SearchQuery.LONGEST_TEXT), SearchQuery.DEEPEST - 10, 10)
                        .text())
                .hasSize(SearchQuery.LONGEST_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-2-1", "2026-02-30", "yesterday", "+999999-01-01", "-0001-01-01", "2026-01-01T00:00:00Z"})
    void wantsDays(String text) {
        assertProblem("invalid-date", () -> SearchQuery.day(text));
    }

    @Test
    void readsDays() {
        assertThat(SearchQuery.day("2026-02-28")).isEqualTo(DAY);
        assertThat(SearchQuery.day(null)).isNull();
        assertThat(SearchQuery.day(" ")).isNull();
    }

    @Test
    void tidiesTexts() {
        assertThat(query(" \t old\u0000\n stone  bridge\u00a0", 0, 10).text()).isEqualTo("old stone bridge");
        assertThat(query("cafe\u0301", 0, 10).text()).isEqualTo("café");
        assertThat(query("a\ud800b", 0, 10).text()).isEqualTo("a b");
        assertThat(query("\u0007", 0, 10).isEmpty()).isTrue();
    }

    private static SearchQuery query(String text, int offset, int limit) {
        return new SearchQuery(text, null, null, null, null, SearchOrder.RELEVANCE, offset, limit);
    }

    private static void assertProblem(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BusinessException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
