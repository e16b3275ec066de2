package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The account of the first administrator gets an e-mail address, a new password and a second factor, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountRecoveryIT {

    private static final String ADDRESS = "Editor@example.org";
    private static final String NEW_PASSWORD = "7 lanternas no cais";

    private static PostOffice post;
    private static ServerProcess server;
    private static NewsSite site;

    /** What the administrator's app has learned when codes are switched on. */
    private static final Deque<Authenticator> APPS = new ArrayDeque<>();

    @BeforeAll
    static void startServer() {
        post = new PostOffice();
        server = ServerProcess.start(
                TestDirectory.make("account-recovery"),
                Map.of(
                        "ARDINA_MAIL_SMTP_URL", "smtp://127.0.0.1:" + post.port(),
                        "ARDINA_MAIL_FROM", "Ardina <paper@example.org>",
                        "ARDINA_ACCOUNTS_SECOND_FACTOR_REQUIRED", "administrators"));
        site = server.site();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        post.close();
    }

    @Test
    @Order(1)
    void anAddressIsTheAccountsOnceTheLinkSentThereWasFollowed() {
        Visitor editor = new Visitor(site);
        assertThat(editor.logIn("admin", ServerProcess.ADMIN_PASSWORD).statusCode())
                .isEqualTo(303);
        Document page = editor.page("/account/email");
        assertThat(submit(editor, page, "email", "not an address", ServerProcess.ADMIN_PASSWORD))
                .contains("rosa@example.org");
        assertThat(submit(editor, page, "email", ADDRESS, "a wrong password")).contains("role=\"alert\"");
        assertThat(submit(editor, page, "email", ADDRESS, ServerProcess.ADMIN_PASSWORD))
                .contains("We have sent you a message");
        String link = post.await(ADDRESS, "Confirm your new e-mail address").link();
        assertThat(editor.page("/account/email").text()).doesNotContain(ADDRESS);

        // Whoever reads the mailbox may do so on another device, where nobody is logged in.
        Visitor reader = new Visitor(site);
        Document confirmation = reader.page(link);
        assertThat(reader.submit(confirmation, "main form", Map.of()).body()).contains("has its new e-mail address");
        assertThat(reader.submit(confirmation, "main form", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(editor.page("/account/email").text()).contains(ADDRESS, "confirmed");
    }

    @Test
    @Order(2)
    void aForgottenPasswordIsReplacedByALinkThatWorksOnce() {
        String before = token(site.logIn("admin", ServerProcess.ADMIN_PASSWORD));
        Visitor forgetful = new Visitor(site);
        HttpResponse<String> known =
                forgetful.submit(forgetful.page("/reset-password"), "main form", Map.of("email", "editor@EXAMPLE.org"));
        HttpResponse<String> unknown =
                forgetful.submit(forgetful.page("/reset-password"), "main form", Map.of("email", "nobody@example.org"));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(known.body()).select("main").html())
                .isEqualTo(Jsoup.parse(unknown.body()).select("main").html());
        String link = post.await(ADDRESS, "Choose a new password").link();
        assertThat(post.lettersTo("nobody@example.org")).isEmpty();

        Document choice = forgetful.page(link);
        HttpResponse<String> common = forgetful.submit(choice, "main form", Map.of("password", "Benfica1904"));
        assertThat(common.statusCode()).isEqualTo(422);
        assertThat(common.body()).contains("tried first");
        assertThat(forgetful
                        .submit(choice, "main form", Map.of("password", NEW_PASSWORD))
                        .body())
                .contains("You have a new password");
        assertThat(forgetful
                        .submit(choice, "main form", Map.of("password", "another one that is long"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(site.logIn("admin", ServerProcess.ADMIN_PASSWORD).statusCode())
                .isEqualTo(401);
        assertThat(site.logIn("admin", NEW_PASSWORD).statusCode()).isEqualTo(201);
        assertThat(site.get("/api/v1/sessions", "Authorization", "Bearer " + before)
                        .statusCode())
                .as("sessions of before have ended")
                .isEqualTo(401);
        post.await(ADDRESS, "Your password was changed");
    }

    @Test
    @Order(3)
    void aLetterWaitsForAMailServerThatIsAway() {
        post.shut();
        assertThat(postJson("/api/v1/password-resets", Map.of("email", ADDRESS), "pt")
                        .statusCode())
                .as("the request does not wait for the letter")
                .isEqualTo(202);
        Awaitility.await("the letter could not be sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> !server.serverLog()
                        .messages("The letter reset-password")
                        .isEmpty());
        assertThat(server.log()).noneMatch(line -> line.contains("ditor@"));
        post.reopen();
        PostOffice.Letter letter = post.await(ADDRESS, "Escolha uma nova palavra-passe");
        assertThat(letter.text()).startsWith("Olá admin,");
        assertThat(putJson("/api/v1/password-resets/" + letter.token(), Map.of("password", "short"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(putJson("/api/v1/password-resets/" + letter.token(), Map.of("password", NEW_PASSWORD))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<String> again =
                putJson("/api/v1/password-resets/" + letter.token(), Map.of("password", NEW_PASSWORD));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(site.json(again).path("code").asText()).isEqualTo("link-expired");
    }

    @Test
    @Order(4)
    void anAdministratorWithoutTheRequiredSecondFactorIsAReader() {
        String token = token(site.logIn("admin", NEW_PASSWORD));
        String staffOnly = "/api/v1/imports/0123456789abcdef01234567";
        assertThat(site.get(staffOnly, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(403);

        Visitor editor = new Visitor(site);
        editor.logIn("admin", NEW_PASSWORD);
        Document page = editor.page("/account/second-factor");
        assertThat(page.select(".problem").text()).contains("must log in with a code");
        HttpResponse<String> picture = editor.get("/account/second-factor/picture");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(picture.body()).startsWith("<svg");
        Authenticator app = new Authenticator(page.select("code.secret").text());
        APPS.add(app);
        HttpResponse<String> wrong = editor.submit(page, "main form", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document recovery = Jsoup.parse(
                editor.submit(page, "main form", Map.of("code", app.code())).body());
        assertThat(recovery.select(".codes li").eachText()).hasSize(10).doesNotHaveDuplicates();

        assertThat(site.get("/api/v1/sessions", "Authorization", "Bearer " + token)
                        .statusCode())
                .as("other sessions end when codes are switched on")
                .isEqualTo(401);
        post.await(ADDRESS, "Logging in now needs a code");
        Awaitility.await("the session is an administrator's now")
                .atMost(Duration.ofSeconds(5))
                .until(() -> editor.get(staffOnly).statusCode() == 404);
        assertThat(editor.submit(
                                editor.page("/account/second-factor"),
                                "main form",
                                Map.of(
                                        "code",
                                        recovery.select(".codes li").get(0).text()))
                        .body())
                .as("new recovery codes for an old one")
                .contains("class=\"codes\"");
        assertThat(editor.post(
                                "/account/second-factor/removal",
                                Map.of(
                                        "form-token",
                                        editor.page("/account/second-factor")
                                                .select("input[name=form-token]")
                                                .attr("value"),
                                        "code",
                                        app.code(Duration.ofSeconds(30))))
                        .body())
                .contains("must have a second factor");
    }

    @Test
    @Order(5)
    void aCodeIsNeededAfterThePasswordAndIsTakenOnce() {
        HttpResponse<String> halfway = site.logIn("admin", NEW_PASSWORD);
        assertThat(halfway.statusCode()).isEqualTo(401);
        assertThat(site.json(halfway).path("code").asText()).isEqualTo("code-required");
        assertThat(halfway.headers().allValues("Set-Cookie")).isEmpty();

        Visitor editor = new Visitor(site);
        HttpResponse<String> login = editor.logIn("admin", NEW_PASSWORD);
        assertThat(login.headers().firstValue("Location").orElseThrow()).startsWith("/login/code");
        assertThat(editor.get("/account").statusCode())
                .as("halfway is not logged in")
                .isEqualTo(303);
        Document form = editor.page("/login/code");
        assertThat(editor.submit(form, "main form", Map.of("code", "123456")).statusCode())
                .isEqualTo(422);
        String code = APPS.getFirst().code(Duration.ofSeconds(30));
        HttpResponse<String> entered = editor.submit(form, "main form", Map.of("code", code));
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);
        assertThat(editor.page("/account").select("h1").text()).isEqualTo("Your account");

        HttpResponse<String> replay =
                postJson("/api/v1/sessions", Map.of("username", "admin", "password", NEW_PASSWORD, "code", code), "en");
        assertThat(site.json(replay).path("code").asText()).as(replay.body()).isEqualTo("code-wrong");
        List<Integer> guesses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            guesses.add(postJson(
                            "/api/v1/sessions",
                            Map.of("username", "admin", "password", NEW_PASSWORD, "code", "00000" + i % 10),
                            "en")
                    .statusCode());
        }
        assertThat(guesses).contains(400, 429).doesNotContain(201);
    }

    private static String submit(Visitor visitor, Document page, String field, String value, String password) {
        return visitor.submit(page, "form[action=/account/email]", Map.of(field, value, "password", password))
                .body();
    }

    private static String token(HttpResponse<String> login) {
        assertThat(login.statusCode()).as(login.body()).isEqualTo(201);
        return site.json(login).path("token").asText();
    }

    private static HttpResponse<String> postJson(String path, Map<String, String> fields, String language) {
        return site.send(site.request(path)
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(json(fields)))
                .build());
    }

    private static HttpResponse<String> putJson(String path, Map<String, String> fields) {
        return site.send(site.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(fields)))
                .build());
    }

    private static String json(Map<String, String> fields) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        fields.forEach(node::put);
        return node.toString();
    }
}
