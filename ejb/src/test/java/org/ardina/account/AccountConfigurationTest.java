package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

class AccountConfigurationTest {

    @Test
    void hasDefaults() {
        SessionConfiguration sessions = new SessionConfiguration(MapConfig.settings());
        assertThat(sessions.idle()).isEqualTo(Duration.ofDays(7));
        assertThat(sessions.lifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(new AccountConfiguration(MapConfig.settings()).eraseAfter()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void readsWhatIsConfigured() {
        SessionConfiguration sessions = new SessionConfiguration(
                MapConfig.settings("ardina.sessions.idle", "PT15M", "ardina.sessions.lifetime", "PT8H"));
        assertThat(sessions.idle()).isEqualTo(Duration.ofMinutes(15));
        assertThat(sessions.lifetime()).isEqualTo(Duration.ofHours(8));
        assertThat(new AccountConfiguration(MapConfig.settings("ardina.accounts.erase-after", "P1D")).eraseAfter())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new SessionConfiguration(MapConfig.settings("ardina.sessions.idle", "PT0.5S")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.sessions.idle");
        assertThatThrownBy(() -> new SessionConfiguration(
                        MapConfig.settings("ardina.sessions.idle", "P8D", "ardina.sessions.lifetime", "P7D")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new AccountConfiguration(MapConfig.settings("ardina.accounts.erase-after", "P1000D")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void everyRoleIncludesThoseBeforeIt() {
        assertThat(Role.included(Role.READER)).isEqualTo(Set.of("READER"));
        assertThat(Role.included(Role.WRITER)).isEqualTo(Set.of("READER", "WRITER"));
        assertThat(Role.included(Role.ADMIN)).isEqualTo(Set.of("READER", "WRITER", "ADMIN"));
    }
}
