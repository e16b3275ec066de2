package org.ardina.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.ardina.configuration.PublicAddress;
import org.ardina.configuration.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailConfigurationTest {

    @Test
    void writesToAFolderUnlessToldOtherwise() {
        MailConfiguration configuration = configuration("ardina.public-url", "https://news.example.org");
        assertThat(configuration.server()).isEmpty();
        assertThat(configuration.tlsRequired()).isFalse();
        assertThat(configuration.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.from()).hasToString("Ardina <no-reply@news.example.org>");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.org,mail.example.org,587,,,false",
        "smtp://localhost:2525/,localhost,2525,,,false",
        "smtps://mail.example.org,mail.example.org,465,,,true",
        "smtp://ana:s%40cret+1@mail.example.org:25,mail.example.org,25,ana,s@cret+1,false",
        "smtps://ana%40example.org:x@mail.example.org,mail.example.org,465,ana@example.org,x,true"
    })
    void readsTheAddressOfAServer(
            String url, String host, int port, String username, String password, boolean implicitTls) {
        assertThat(configuration("ardina.mail.smtp-url", url).server())
                .contains(new SmtpServer(host, port, username, password, implicitTls));
    }

    @Test
    void sendsAPasswordOnlyOverTlsUnlessToldOtherwise() {
        String url = "smtp://ana:secret@mail.example.org";
        assertThat(configuration("ardina.mail.smtp-url", url).tlsRequired()).isTrue();
        assertThat(configuration("ardina.mail.smtp-url", url, "ardina.mail.tls-required", "false")
                        .tlsRequired())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org",
                "http://mail.example.org",
                "smtp://ana:hidden word@mail.example.org",
                "smtp://ana:hidden@",
                "smtp://ana:hidden@host/path",
                "smtp://ana:hidden%zz@host"
            })
    void saysWhatIsWrongWithAnAddressButNotThePassword(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> configuration("ardina.mail.smtp-url", url))
                .withMessageContaining("ardina.mail.smtp-url")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("hidden"))
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@example.org, b@example.org", "Ana <a@example.org>\r\nBcc: b@example.org"})
    void wantsOneSender(String from) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> configuration("ardina.mail.from", from))
                .withMessageContaining("ardina.mail.from");
    }

    private static MailConfiguration configuration(String... keysAndValues) {
        Settings settings = MapConfig.settings(keysAndValues);
        return new MailConfiguration(settings, new PublicAddress(settings));
    }
}
