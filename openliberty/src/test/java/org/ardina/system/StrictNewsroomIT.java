package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A paper that lets nobody in who has not confirmed their mailbox, and nobody for long. */
class StrictNewsroomIT {

    private static final Duration IDLE = Duration.ofSeconds(6);
    private static final Duration LIFETIME = Duration.ofSeconds(12);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Duration AT_LAST = Duration.ofSeconds(60);

    private static final String PASSWORD = "7 lanternas no cais";

    private static PostOffice post;
    private static OpenIdProvider provider;
    private static ServerProcess server;
    private static NewsSite site;

    @BeforeAll
    static void startServer() {
        post = new PostOffice();
        provider = new OpenIdProvider();
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("ARDINA_MAIL_SMTP_URL", "smtp://127.0.0.1:" + post.port());
        environment.put("ARDINA_ACCOUNTS_VERIFIED_EMAIL_REQUIRED", "true");
        environment.put("ARDINA_SESSIONS_IDLE", IDLE.toString());
        environment.put("ARDINA_SESSIONS_LIFETIME", LIFETIME.toString());
        server = ServerProcess.start(TestDirectory.make("strict-newsroom"), environment);
        site = server.site();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        provider.close();
        post.close();
    }

    @Test
    void endsSessionsThatAreNotUsedAndThoseThatLastTooLong() {
        Api unused = Api.admin(site);
        Instant login = Instant.now();
        Api used = Api.admin(site);
        String unusedId = current(unused);
        assertThat(sessions(used)).contains(unusedId, current(used));
        Awaitility.await("the session that is not used is over")
                .atMost(AT_LAST)
                .pollInterval(OFTEN)
                .until(() -> !sessions(used).contains(unusedId));
        assertThat(unused.get("/sessions").statusCode()).isEqualTo(401);
        Awaitility.await("the session that is used is over, too")
                .atMost(AT_LAST)
                .pollInterval(OFTEN)
                .until(() -> used.get("/sessions").statusCode() == 401);
        assertThat(Duration.between(login, Instant.now()))
                .as("it lasted while it was used")
                .isGreaterThanOrEqualTo(LIFETIME);
    }

    @Test
    void believesAProviderThatHasVerifiedAnAddressAndAsksOthers() {
        provider.newPerson(Map.of("name", "Rosa Mota", "email", "mota@example.org"));
        Visitor visitor = new Visitor(site);
        provider.bring(visitor);
        HttpResponse<String> early =
                visitor.submit(visitor.page("/login/openid/account"), "main form", Map.of("username", "r.mota"));
        assertThat(early.body()).contains("We have sent you a message");
        assertThat(visitor.cookie("session")).isEmpty();
        assertThat(provider.bring(visitor).headers().firstValue("Location"))
                .hasValue("/login?problem=email-not-verified");
        confirm(post.awaitAny("mota@example.org", "Confirm your e-mail address"));
        assertThat(provider.bring(visitor).headers().firstValue("Location")).hasValue("/account");

        provider.newPerson(Map.of("name", "Carla Sacramento", "email", "carla@example.org", "email_verified", true));
        Visitor believed = new Visitor(site);
        provider.bring(believed);
        assertThat(believed.submit(believed.page("/login/openid/account"), "main form", Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValue("/account");
    }

    @Test
    void letsSomebodyInWhoFollowedTheLink() {
        assertThat(register("rosa.mota", "Rosa@example.org").statusCode()).isEqualTo(201);
        HttpResponse<String> early = site.logIn("rosa.mota", PASSWORD);
        assertThat(early.statusCode()).isEqualTo(403);
        assertThat(site.json(early).path("code").asText()).isEqualTo("email-not-verified");
        PostOffice.Letter letter = post.awaitAny("Rosa@example.org", "Confirme o seu endereço de e-mail");
        assertThat(letter.text()).startsWith("Olá rosa.mota,");
        Visitor rosa = new Visitor(site);
        Document page = rosa.page(letter.link());
        assertThat(site.logIn("rosa.mota", PASSWORD).statusCode())
                .as("a program that follows links confirms nothing")
                .isEqualTo(403);
        assertThat(rosa.submit(page, "main form", Map.of()).statusCode()).isEqualTo(200);
        assertThat(site.logIn("rosa.mota", PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void tellsTheOwnerOfAMailboxAndNobodyElseThatItHasAnAccount() {
        assertThat(register("carlos.lopes", "carlos@example.org").statusCode()).isEqualTo(201);
        confirm(post.awaitAny("carlos@example.org", "Confirme o seu endereço de e-mail"));
        HttpResponse<String> second = register("somebody.else", "CARLOS@example.org");
        assertThat(second.statusCode()).as("as for any address").isEqualTo(201);
        post.awaitAny("CARLOS@example.org", "Já tem uma conta");
        assertThat(site.logIn("carlos.lopes", PASSWORD).statusCode()).isEqualTo(201);
        assertThat(site.logIn("somebody.else", PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void isOwedTheDecisionOnAWishToWrite() {
        assertThat(register("aurora.cunha", "aurora@example.org").statusCode()).isEqualTo(201);
        confirm(post.awaitAny("aurora@example.org", "Confirme o seu endereço de e-mail"));
        HttpResponse<String> login = site.logIn("aurora.cunha", PASSWORD);
        String token = site.json(login).path("token").asText();
        String id = site.json(login).path("account").path("id").asText();
        assertThat(send(
                                "POST",
                                "/api/v1/accounts/me/writer-request",
                                token,
                                Map.of("motivation", "I know the harbour."))
                        .statusCode())
                .isEqualTo(202);
        HttpResponse<String> decision = send(
                "PATCH",
                "/api/v1/accounts/" + id,
                site.adminToken(),
                Map.of("writerRequest", "DECLINED", "reason", "Show us a first text, please."));
        assertThat(decision.statusCode()).as(decision.body()).isEqualTo(200);
        assertThat(post.awaitAny("aurora@example.org", "Sobre o seu pedido para escrever")
                        .text())
                .contains("Show us a first text, please.");
    }

    private static List<String> sessions(Api caller) {
        return caller.json("/sessions").path("items").findValuesAsText("id");
    }

    private static String current(Api caller) {
        for (JsonNode session : caller.json("/sessions").path("items")) {
            if (session.path("current").asBoolean()) {
                return session.path("id").asText();
            }
        }
        throw new AssertionError("The session that is used is in the list");
    }

    private static void confirm(PostOffice.Letter letter) {
        HttpResponse<String> confirmed =
                send("POST", "/api/v1/email-verifications", "", Map.of("token", letter.token()));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(204);
    }

    private static HttpResponse<String> register(String username, String email) {
        return send(
                "POST",
                "/api/v1/accounts",
                "",
                Map.of("username", username, "email", email, "displayName", "Somebody", "password", PASSWORD));
    }

    private static HttpResponse<String> send(String method, String path, String token, Map<String, String> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        HttpRequest.Builder request = site.request(path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "pt-PT")
                .method(method, BodyPublishers.ofString(body.toString()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return site.send(request.build());
    }
}
