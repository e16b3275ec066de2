package org.ardina.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdConfigurationTest {

    private static final String SECRET = "a-secret-of-the-client";

    @Test
    void hasDefaults() {
        OpenIdConfiguration configuration = new OpenIdConfiguration(MapConfig.settings());
        assertThat(configuration.provider()).isEmpty();
        assertThat(configuration.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(of("https://id.example.org/realm").provider().orElseThrow().name())
                .isEqualTo("id.example.org");
    }

    @Test
    void readsWhatIsConfigured() {
        OpenIdConfiguration configuration = new OpenIdConfiguration(MapConfig.settings(
                "ardina.openid.issuer", "https://id.example.org/realm/",
                "ardina.openid.client-id", "paper",
                "ardina.openid.client-secret", SECRET,
                "ardina.openid.name", "Example ID",
                "ardina.openid.timeout", "PT2S"));
        OpenIdConfiguration.Provider provider = configuration.provider().orElseThrow();
        assertThat(provider.issuer()).hasToString("https://id.example.org/realm/");
        assertThat(provider.clientId()).isEqualTo("paper");
        assertThat(provider.clientSecret()).isEqualTo(SECRET);
        assertThat(provider.name()).isEqualTo("Example ID");
        assertThat(configuration.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(provider.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080/realm", "http://[::1]:8080"})
    void needsNoTlsOnThisMachine(String issuer) {
        assertThat(of(issuer).provider()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example.org", "https://id.example.org/#x", "https://id.example.org/?a=b", "id.example"
            })
    void needsAnAddressThatIsSafe(String issuer) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(issuer))
                .withMessageContaining("ardina.openid.issuer")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "ardina.openid.issuer,https://id.example.org,ardina.openid.client-id",
        "ardina.openid.client-id,paper,ardina.openid.client-id",
        "ardina.openid.client-secret,a-secret-of-the-client,ardina.openid.client-secret",
        "ardina.openid.timeout,PT10M,ardina.openid.timeout"
    })
    void isWholeOrNotThere(String key, String value, String named) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new OpenIdConfiguration(MapConfig.settings(key, value)))
                .withMessageContaining(named)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(SECRET));
    }

    private static OpenIdConfiguration of(String issuer) {
        return new OpenIdConfiguration(MapConfig.settings(
                "ardina.openid.issuer", issuer,
                "ardina.openid.client-id", "paper",
                "ardina.openid.client-secret", SECRET));
    }
}
