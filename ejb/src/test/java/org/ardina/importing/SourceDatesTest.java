package org.ardina.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2014-03-12T10:11:00-04:00            | 2014-03-12T14:11:00Z
            2014-03-12T10:11:00.250Z             | 2014-03-12T10:11:00.250Z
            2014-03-12 10:11:00                  | 2014-03-12T10:11:00Z
            2014-03-12 10:11:00 +0200            | 2014-03-12T08:11:00Z
            2014-03-12 10:11:00 UTC              | 2014-03-12T10:11:00Z
            2014-03-12T10:11                     | 2014-03-12T10:11:00Z
            2014-03-12                           | 2014-03-12T00:00:00Z
            Wed, 12 Mar 2014 10:11:00 +0000      | 2014-03-12T10:11:00Z
            12 Mar 2014 10:11 GMT                | 2014-03-12T10:11:00Z
            Wed, 12 Mar 2014 10:11:00 EST        | 2014-03-12T14:11:00Z
            1394619060                           | 2014-03-12T10:11:00Z
            1394619060000                        | 2014-03-12T10:11:00Z
            """)
    void readsTheFormsThatSourcesUse(String text, Instant meant) {
        assertThat(SourceDates.parse(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "0000-00-00 00:00:00",
                "2014-02-30",
                "2014-13-01",
                "0000-01-01",
                "+99999-01-01",
                "99999999999999999999",
                "2014-03-12T25:00:00",
                "Mon, 30 Nov -0001 00:00:00 +0000"
            })
    void refusesEverythingElse(String text) {
        assertThat(SourceDates.parse(text)).isNull();
    }
}
