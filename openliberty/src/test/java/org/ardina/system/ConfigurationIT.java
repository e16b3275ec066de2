package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration that cannot be used is named in the log, and the server does not take readers. */
class ConfigurationIT {

    private static final Duration START = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({
        "ardina.mongodb.uri,mongo://ana:secret-in-configuration@localhost,mongodb://",
        "ardina.http.port,abc,",
        "ardina.admin.password,short,8 to 128 characters"
    })
    void isSaidToBeWrong(String key, String value, @Nullable String expected) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
        try (ServerProcess server =
                ServerProcess.launch(TestDirectory.make("configuration"), Map.of(variable, value))) {
            String message = Awaitility.await(key + " is named in the log")
                    .atMost(START)
                    .until(
                            () -> server.serverLog().events().stream()
                                    .filter(event ->
                                            event.path("loglevel").asText().matches("WARNING|ERROR|SEVERE|FATAL"))
                                    .map(event -> event.path("message").asText())
                                    .filter(each -> each.contains(key))
                                    .findFirst(),
                            found -> found.isPresent())
                    .orElseThrow();
            if (expected != null) {
                assertThat(message).contains(expected);
            }
            Awaitility.await("the server stays away")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> server.site().status("/health/ready") != 200);
            assertThat(server.log())
                    .noneMatch(each -> each.contains("secret-in-configuration"))
                    .noneMatch(each -> each.contains("Ardina is ready"));
        }
    }
}
