package org.ardina.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

class LimitConfigurationTest {

    @Test
    void hasDefaults() {
        LimitConfiguration limits = new LimitConfiguration(MapConfig.settings());
        assertThat(limits.registrations()).isEqualTo(new Limit("registrations", 20, Duration.ofHours(1)));
        assertThat(limits.failedLogins()).isEqualTo(new Limit("failed-logins", 10, Duration.ofMinutes(15)));
        assertThat(limits.comments()).isEqualTo(new Limit("comments", 6, Duration.ofMinutes(1)));
        assertThat(limits.api()).isEqualTo(new Limit("api", 600, Duration.ofMinutes(1)));
    }

    @Test
    void readsWhatIsConfigured() {
        LimitConfiguration limits = new LimitConfiguration(MapConfig.settings(
                "ardina.limits.registrations-per-hour", "1",
                "ardina.limits.failed-logins", "2",
                "ardina.limits.api-per-minute", "3",
                "ardina.limits.comments-per-minute", "4"));
        assertThat(limits.registrations().most()).isEqualTo(1);
        assertThat(limits.failedLogins().most()).isEqualTo(2);
        assertThat(limits.api().most()).isEqualTo(3);
        assertThat(limits.comments().most()).isEqualTo(4);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new LimitConfiguration(MapConfig.settings("ardina.limits.api-per-minute", "0")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.limits.api-per-minute");
    }

    @Test
    void isExceededByOneTooMany() {
        Limit limit = new Limit("test", 2, Duration.ofMinutes(1));
        assertThat(new Allowance(limit, 2, Duration.ZERO).isExceeded()).isFalse();
        assertThat(new Allowance(limit, 2, Duration.ZERO).left()).isZero();
        assertThat(new Allowance(limit, 3, Duration.ZERO).isExceeded()).isTrue();
        assertThat(new Allowance(limit, 3, Duration.ZERO).left()).isZero();
    }
}
