package org.ardina.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-11-21T11:30:00Z",
        "DAY, 2026-11-20T12:00:00Z",
        "WEEK, 2026-11-14T00:00:00Z",
        "MONTH, 2026-10-22T00:00:00Z"
    })
    void beginsWithAWholeSpan(Period period, Instant begin) {
        assertThat(period.begin(Instant.parse("2026-11-21T12:34:56Z"))).isEqualTo(begin);
    }

    @ParameterizedTest
    @EnumSource
    void isKeptForAsLongAsItIsAskedFor(Period period) {
        Instant now = Instant.parse("2026-11-21T12:34:56Z");
        assertThat(now.minus(period.span().kept())).isBefore(period.begin(now));
    }

    @ParameterizedTest
    @EnumSource
    void hasANameInAddresses(Period period) {
        assertThat(Period.of(period.code())).contains(period);
    }

    @Test
    void otherNamesAreNone() {
        assertThat(Period.of("Day")).isEmpty();
        assertThat(Period.of("year")).isEmpty();
        assertThat(Period.of("")).isEmpty();
    }
}
