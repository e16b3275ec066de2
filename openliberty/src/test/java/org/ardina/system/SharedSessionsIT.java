package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ardina.embedded.EmbeddedMongo;
import org.ardina.embedded.EmbeddedRedis;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two servers on the same stores know the same sessions and count the same limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedSessionsIT {

    private static final int FAILED_LOGINS = 6;
    private static final int REGISTRATIONS = 12;
    private static final int CALLS = 200;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final EmbeddedRedis redis = new EmbeddedRedis();
    private final ServerProcess one;
    private final ServerProcess other;

    SharedSessionsIT() {
        Path directory = TestDirectory.make("shared-sessions");
        Map<String, String> environment = new HashMap<>(Map.of(
                "ARDINA_MONGODB_URI", mongo.start(directory.resolve("mongodb")),
                "ARDINA_REDIS_URI", redis.start(directory.resolve("redis")),
                "ARDINA_DEMONSTRATION_ENABLED", "false",
                "ARDINA_PUBLIC_URL", "https://news.example.org",
                "ARDINA_TRUSTED_PROXIES", "127.0.0.0/8,::1",
                "ARDINA_LIMITS_FAILED_LOGINS", Integer.toString(FAILED_LOGINS),
                "ARDINA_LIMITS_REGISTRATIONS_PER_HOUR", Integer.toString(REGISTRATIONS),
                "ARDINA_LIMITS_API_PER_MINUTE", Integer.toString(CALLS)));
        one = ServerProcess.start(TestDirectory.make("shared-sessions-one"), environment);
        other = ServerProcess.start(TestDirectory.make("shared-sessions-other"), environment);
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        redis.close();
        mongo.close();
    }

    @Test
    void areUsedOnOneServerAndEndedOnTheOther() {
        Api admin = Api.admin(other.site());
        Api here = Api.newReader(one.site());
        Api there = new Api(other.site(), here.token());
        assertThat(there.me()).isEqualTo(here.me());
        String name = here.me().path("username").asText();
        ObjectNode suspension = Api.object().put("status", "SUSPENDED").put("reason", "A test");
        assertThat(admin.patch("/accounts/" + here.id(), suspension).statusCode())
                .isEqualTo(200);
        awaitRefusal(here);
        assertThat(one.site().logIn(name, Api.PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void areEndedOnTheOtherServerByLoggingOut() {
        Api here = Api.newReader(one.site());
        Api there = new Api(other.site(), here.token());
        assertThat(there.get("/accounts/me").statusCode()).isEqualTo(200);
        assertThat(here.delete("/sessions/current").statusCode()).isEqualTo(204);
        awaitRefusal(there);
    }

    @Test
    void areGivenToBrowsersOverTlsOnly() {
        assertThat(one.site()
                        .logIn("admin", ServerProcess.ADMIN_PASSWORD)
                        .headers()
                        .allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie ->
                        assertThat(cookie).startsWith("__Host-session=").containsIgnoringCase("Secure"));
    }

    @Test
    void countFailedLoginsTogether() {
        String name = Api.newName();
        for (int i = 0; i < FAILED_LOGINS; i++) {
            HttpResponse<String> failed = logIn(i % 2 == 0 ? one : other, name, "198.51.100." + i);
            assertThat(Api.problem(failed, 401)).isEqualTo("bad-credentials");
        }
        for (ServerProcess server : List.of(one, other)) {
            HttpResponse<String> limited = logIn(server, name, "198.51.100.99");
            assertThat(Api.problem(limited, 429)).isEqualTo("too-many-requests");
            assertThat(limited.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 900L);
        }
        for (int i = 0; i < FAILED_LOGINS; i++) {
            assertThat(logIn(one, Api.newName(), "203.0.113.5").statusCode()).isEqualTo(401);
        }
        assertThat(logIn(other, Api.newName(), "203.0.113.5").statusCode())
                .as("by address")
                .isEqualTo(429);
        assertThat(logIn(other, Api.newName(), "203.0.113.6").statusCode()).isEqualTo(401);
    }

    @Test
    void countRegistrationsTogether() {
        for (int i = 0; i < REGISTRATIONS; i++) {
            assertThat(register(i % 2 == 0 ? one : other, "2001:db8:0:1::" + i).statusCode())
                    .isEqualTo(201);
        }
        HttpResponse<String> limited = register(one, "2001:db8:0:1::ffff");
        assertThat(Api.problem(limited, 429)).isEqualTo("too-many-requests");
        assertThat(register(one, "2001:db8:0:2::1").statusCode()).isEqualTo(201);
    }

    @Test
    void countCallsOfAnAccount() {
        Api reader = Api.newReader(one.site());
        HttpResponse<String> answer = reader.get("/topics");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"api\";q=" + CALLS + ";w=60");
        assertThat(answer.headers().firstValue("RateLimit"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("\"api\";r="));
        HttpResponse<String> limited = Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(1))
                .until(() -> reader.get("/topics"), each -> each.statusCode() == 429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(Api.newReader(one.site()).get("/topics").statusCode())
                .as("another account")
                .isEqualTo(200);
    }

    private static HttpResponse<String> logIn(ServerProcess server, String username, String address) {
        return post(
                server, "/sessions", Api.object().put("username", username).put("password", "not this one"), address);
    }

    private static HttpResponse<String> register(ServerProcess server, String address) {
        return post(server, "/accounts", Api.registration(Api.newName()), address);
    }

    private static HttpResponse<String> post(ServerProcess server, String path, ObjectNode body, String address) {
        return server.site()
                .send(server.site()
                        .request("/api/v1" + path)
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", address)
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static void awaitRefusal(Api caller) {
        Awaitility.await()
                .atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThat(caller.get("/accounts/me").statusCode()).isEqualTo(401));
    }
}
