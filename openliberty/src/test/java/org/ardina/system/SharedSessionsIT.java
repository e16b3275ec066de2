package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.embedded.EmbeddedMongo;
import org.ardina.embedded.EmbeddedRedis;
import org.awaitility.Awaitility;
import org.bson.types.Binary;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two servers on the same stores know the same sessions and count the same limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedSessionsIT {

    private static final String SECRET_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final int FAILED_LOGINS = 6;
    private static final int REGISTRATIONS = 12;
    private static final int SERVERS = 2;
    private static final int CALLS = 200;

    /** Of which the other server does not hear at once: a hundredth. */
    private static final int CALLS_UNTOLD = CALLS / 100;

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final EmbeddedRedis redis = new EmbeddedRedis();
    private final TcpProxy redisLine;
    private final MongoClient mongoClient;
    private final OpenIdProvider provider;
    private final ServerProcess one;
    private final ServerProcess other;

    SharedSessionsIT() {
        Path directory = TestDirectory.make("shared-sessions");
        String mongoAddress = mongo.start(directory.resolve("mongodb"));
        mongoClient = MongoClients.create(mongoAddress);
        URI redisAddress = URI.create(redis.start(directory.resolve("redis")));
        redisLine = TcpProxy.to(redisAddress.getPort());
        redisLine.restore();
        TestCertificate certificate = TestCertificate.make(directory);
        provider = new OpenIdProvider(certificate.context());
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("JVM_ARGS", certificate.trustArguments());
        environment.put("ARDINA_SECRET_KEY", SECRET_KEY);
        environment.putAll(Map.of(
                "ARDINA_MONGODB_URI",
                mongoAddress,
                "ARDINA_REDIS_URI",
                redisAddress.toString().replace(":" + redisAddress.getPort(), ":" + redisLine.port()),
                "ARDINA_DEMONSTRATION_ENABLED",
                "false",
                "ARDINA_PUBLIC_URL",
                "https://news.example.org",
                "ARDINA_TRUSTED_PROXIES",
                "127.0.0.0/8,::1",
                "ARDINA_LIMITS_FAILED_LOGINS",
                Integer.toString(FAILED_LOGINS),
                "ARDINA_LIMITS_REGISTRATIONS_PER_HOUR",
                Integer.toString(REGISTRATIONS),
                "ARDINA_LIMITS_API_PER_MINUTE",
                Integer.toString(CALLS)));
        one = ServerProcess.start(TestDirectory.make("shared-sessions-one"), environment);
        other = ServerProcess.start(TestDirectory.make("shared-sessions-other"), environment);
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
        provider.close();
        mongoClient.close();
        redisLine.close();
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
    void countCallsOfAnAccountTogether() {
        Api reader = Api.newReader(one.site());
        List<Api> servers = List.of(reader, new Api(other.site(), reader.token()));
        HttpResponse<String> answer = Awaitility.await("a minute of which enough is left")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> reader.get("/topics"),
                        each -> Integer.parseInt(rateLimit(each).group(2)) > 15);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"api\";q=" + CALLS + ";w=60");
        int left = Integer.parseInt(rateLimit(answer).group(1));
        int calls = 0;
        while (answer.statusCode() != 429 && calls <= CALLS + SERVERS * CALLS_UNTOLD) {
            answer = servers.get(calls % SERVERS).get("/topics");
            calls++;
        }
        assertThat(calls).isBetween(left - SERVERS * CALLS_UNTOLD, left + SERVERS * CALLS_UNTOLD);
        assertThat(Api.problem(answer, 429)).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(Api.newReader(one.site()).get("/topics").statusCode())
                .as("another account")
                .isEqualTo(200);
    }

    private static Matcher rateLimit(HttpResponse<String> answer) {
        Matcher rateLimit = Pattern.compile("\"api\";r=([0-9]+);t=([0-9]+)")
                .matcher(answer.headers().firstValue("RateLimit").orElse(""));
        assertThat(rateLimit.matches()).isTrue();
        return rateLimit;
    }

    @Test
    void areCountedByEachServerItselfWithoutRedis() {
        redisLine.cut();
        try {
            awaitRedis(false);
            assertThat(List.of(one, other))
                    .allSatisfy(server -> assertThat(server.serverLog().messages("Redis is away"))
                            .isNotEmpty());
            String name = Api.newName();
            for (int i = 0; i < FAILED_LOGINS; i++) {
                assertThat(logIn(one, name, "198.51.100.1" + i).statusCode()).isEqualTo(401);
            }
            assertThat(Api.problem(logIn(one, name, "198.51.100.98"), 429)).isEqualTo("too-many-requests");
            assertThat(logIn(other, name, "198.51.100.98").statusCode())
                    .as("the other server has counted none")
                    .isEqualTo(401);
            for (ServerProcess server : List.of(one, other)) {
                assertThat(server.site()
                                .logIn("admin", ServerProcess.ADMIN_PASSWORD)
                                .statusCode())
                        .as("nobody else is kept out")
                        .isEqualTo(201);
            }
        } finally {
            redisLine.restore();
        }
        awaitRedis(true);
        String name = Api.newName();
        for (int i = 0; i < FAILED_LOGINS; i++) {
            logIn(i % 2 == 0 ? one : other, name, "198.51.100.2" + i);
        }
        assertThat(logIn(one, name, "198.51.100.97").statusCode())
                .as("together again")
                .isEqualTo(429);
    }

    @Test
    void areBegunWithAHashOfTodaysStrength() {
        Api reader = Api.newReader(one.site());
        String name = reader.me().path("username").asText();
        String weak = Password.hash(Api.PASSWORD)
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(1024, 1, 1, 32, Argon2.ID, 0x13))
                .getResult();
        accounts().updateOne(Filters.eq("username", name), Updates.set("passwordHash", weak));
        assertThat(one.site().logIn(name, "not this one").statusCode()).isEqualTo(401);
        assertThat(hash(name)).isEqualTo(weak);
        assertThat(one.site().logIn(name, Api.PASSWORD).statusCode()).isEqualTo(201);
        String strong = hash(name);
        assertThat(strong).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(reader.get("/accounts/me").statusCode())
                .as("the password is the same, and so are the sessions")
                .isEqualTo(200);
        assertThat(other.site().logIn(name, Api.PASSWORD).statusCode()).isEqualTo(201);
        assertThat(hash(name)).isEqualTo(strong);
    }

    @Test
    void areBegunWithAProviderAcrossServers() {
        provider.newPerson(Map.of("preferred_username", Api.newName(), "name", "Rosa Mota"));
        Visitor here = new Visitor(one.site());
        Visitor there = here.at(other.site());
        String callback = provider.callback(here.get("/login/openid"));
        assertThat(here.cookie("__Host-provider-login")).isNotEmpty();
        String begun = here.cookie("__Host-provider-login");
        assertThat(there.get(callback).headers().firstValue("Location")).hasValue("/login/openid/account");
        assertThat(one.site()
                        .get(callback, "Cookie", "__Host-provider-login=" + begun)
                        .headers()
                        .firstValue("Location"))
                .as("used up on the other server")
                .hasValue("/login?problem=login-expired");
        Document choice = here.page("/login/openid/account");
        assertThat(there.submit(choice, "main form", Map.of()).headers().firstValue("Location"))
                .hasValue("/account");
        assertThat(here.page("/account").select(".reader").text()).isEqualTo("Rosa Mota");

        // Whoever has no password shows by a login of just now that an account is theirs.
        String username = here.page("/account").select(".facts dd").get(0).text();
        String id = Objects.requireNonNull(
                        accounts().find(Filters.eq("username", username)).first())
                .getObjectId("_id")
                .toHexString();
        mongoClient
                .getDatabase("ardina")
                .getCollection("sessions")
                .updateMany(
                        Filters.eq("account", id),
                        Updates.set("createdAt", Date.from(Instant.now().minus(Duration.ofMinutes(11)))));
        HttpResponse<String> refused =
                here.submit(here.page("/account"), "form[action$=deletion]", Map.of("confirmation", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("within ten minutes");
        assertThat(here.submit(here.page("/account/email"), "form[action$=email]", Map.of("email", "rosa@example.org"))
                        .body())
                .contains("within ten minutes");
        Visitor again = new Visitor(other.site());
        assertThat(provider.bring(again).headers().firstValue("Location")).hasValue("/account");
        assertThat(again.submit(again.page("/account"), "form[action$=deletion]", Map.of("confirmation", "yes"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
    }

    @Test
    void needCodesWhoseSecretsAreEncryptedInTheStore() {
        Api reader = Api.newReader(one.site());
        String name = reader.me().path("username").asText();
        String secret = one.site()
                .json(reader.post("/accounts/me/second-factor", null))
                .path("secret")
                .asText();
        Authenticator app = new Authenticator(secret);
        assertThat(new Api(other.site(), reader.token())
                        .send(
                                "PUT",
                                "/accounts/me/second-factor",
                                Api.object().put("code", app.code(Duration.ofSeconds(-30))))
                        .statusCode())
                .isEqualTo(200);
        MongoCollection<org.bson.Document> factors =
                mongoClient.getDatabase("ardina").getCollection("secondFactors");
        org.bson.Document stored = Objects.requireNonNull(
                factors.find(Filters.eq("_id", reader.id())).first());
        assertThat(stored).doesNotContainKey("secret").containsKey("encryptedSecret");
        assertThat(stored.get("encryptedSecret", Binary.class).getData()).hasSize(12 + app.secret().length + 16);
        assertThat(logInWithCode(one, name, app.code())).isEqualTo(201);

        // As it was stored before there was a key.
        factors.updateOne(
                Filters.eq("_id", reader.id()),
                Updates.combine(Updates.unset("encryptedSecret"), Updates.set("secret", new Binary(app.secret()))));
        assertThat(logInWithCode(other, name, app.code(Duration.ofSeconds(30)))).isEqualTo(201);
        assertThat(factors.find(Filters.eq("_id", reader.id())).first())
                .doesNotContainKey("secret")
                .containsKey("encryptedSecret");
    }

    private static int logInWithCode(ServerProcess server, String username, String code) {
        return Api.anonymous(server.site())
                .post(
                        "/sessions",
                        Api.object()
                                .put("username", username)
                                .put("password", Api.PASSWORD)
                                .put("code", code))
                .statusCode();
    }

    private void awaitRedis(boolean available) {
        Awaitility.await("Redis is available: " + available)
                .atMost(Duration.ofSeconds(30))
                .until(() -> one.site().isStoreAvailable("redis") == available
                        && other.site().isStoreAvailable("redis") == available);
    }

    private MongoCollection<org.bson.Document> accounts() {
        return mongoClient.getDatabase("ardina").getCollection("accounts");
    }

    private String hash(String username) {
        return Objects.requireNonNull(
                        accounts().find(Filters.eq("username", username)).first())
                .getString("passwordHash");
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
