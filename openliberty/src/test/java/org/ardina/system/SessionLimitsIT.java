package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Sessions of which an operator wants that they are short. */
class SessionLimitsIT {

    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration AT_LAST = Duration.ofSeconds(60);

    @Test
    void endSessionsThatAreNotUsedAndThoseThatLastTooLong() {
        try (ServerProcess server = ServerProcess.start(
                TestDirectory.make("session-limits"),
                Map.of("ARDINA_SESSIONS_IDLE", IDLE.toString(), "ARDINA_SESSIONS_LIFETIME", LIFETIME.toString()))) {
            Api unused = Api.admin(server.site());
            Instant login = Instant.now();
            Api used = Api.admin(server.site());
            assertThat(used.json("/sessions").path("items")).hasSize(2);
            Awaitility.await("the session that is not used is over")
                    .atMost(AT_LAST)
                    .pollInterval(OFTEN)
                    .until(() -> used.json("/sessions").path("items").size() == 1);
            assertThat(unused.get("/sessions").statusCode()).isEqualTo(401);
            Awaitility.await("the session that is used is over, too")
                    .atMost(AT_LAST)
                    .pollInterval(OFTEN)
                    .until(() -> used.get("/sessions").statusCode() == 401);
            assertThat(Duration.between(login, Instant.now()))
                    .as("it lasted while it was used")
                    .isGreaterThanOrEqualTo(LIFETIME);
        }
    }
}
