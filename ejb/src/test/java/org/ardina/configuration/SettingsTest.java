package org.ardina.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void takesBlankForAbsent() {
        assertThat(MapConfig.settings("key", "  ").text("key")).isEmpty();
        assertThat(MapConfig.settings("key", " ").number("key", 7, 1, 9)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-1", "five", "1.5", "99999999999999999999"})
    void refusesNumbersOutOfBoundsWithTheNameOfTheKey(String value) {
        assertThatThrownBy(() -> MapConfig.settings("the.key", value).number("the.key", 5, 1, 9))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the.key")
                .hasMessageContaining(value);
    }

    @Test
    void readsDurations() {
        assertThat(MapConfig.settings("key", "PT0.5S").duration("key", Duration.ZERO))
                .isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5s", "PT0S", "-PT5S"})
    void refusesOtherDurations(String value) {
        assertThatThrownBy(() -> MapConfig.settings("key", value).duration("key", Duration.ofSeconds(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PT2S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example.org", "ftp://news.example.org", "https://", "https://a b", "https://a/?q=1"})
    void refusesAddressesThatAreNone(String value) {
        assertThatThrownBy(() -> MapConfig.settings("key", value).address("key"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("https://news.example.org");
    }
}
