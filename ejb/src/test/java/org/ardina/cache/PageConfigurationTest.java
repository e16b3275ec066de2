package org.ardina.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

class PageConfigurationTest {

    @Test
    void hasDefaults() {
        PageConfiguration configuration = new PageConfiguration(MapConfig.settings());
        assertThat(configuration.lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.staleWhileRevalidate()).isEqualTo(Duration.ofMinutes(1));
        assertThat(configuration.staleIfError()).isEqualTo(Duration.ofHours(1));
        assertThat(configuration.nearBytes()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
        assertThat(configuration.rendersAtOnce()).isEqualTo(16);
        assertThat(configuration.renderWait()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsWhatIsConfigured() {
        PageConfiguration configuration = new PageConfiguration(MapConfig.settings(
                "ardina.pages.lifetime", "PT10M",
                "ardina.pages.stale-while-revalidate", "PT2M",
                "ardina.pages.stale-if-error", "P1D",
                "ardina.pages.near-cache-bytes", "2000000",
                "ardina.pages.renders-at-once", "4",
                "ardina.pages.render-wait", "PT0.2S"));
        assertThat(configuration.lifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(configuration.staleWhileRevalidate()).isEqualTo(Duration.ofMinutes(2));
        assertThat(configuration.staleIfError()).isEqualTo(Duration.ofDays(1));
        assertThat(configuration.nearBytes()).isEqualTo(2_000_000);
        assertThat(configuration.rendersAtOnce()).isEqualTo(4);
        assertThat(configuration.renderWait()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new PageConfiguration(MapConfig.settings("ardina.pages.lifetime", "P30D")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.pages.lifetime");
        assertThatThrownBy(() -> new PageConfiguration(MapConfig.settings("ardina.pages.renders-at-once", "0")))
                .isInstanceOf(ConfigurationException.class);
    }
}
