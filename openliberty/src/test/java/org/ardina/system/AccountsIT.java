package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registering, one's own account, and what administrators decide, through the API and on pages. */
@ExtendWith(SharedServer.class)
class AccountsIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final NewsSite site;
    private final Api anybody;

    AccountsIT(NewsSite site) {
        this.site = site;
        this.anybody = Api.anonymous(site);
    }

    @Test
    void registersAndLogsIn() {
        String name = Api.newName();
        HttpResponse<String> registered = anybody.register(name.toUpperCase(Locale.ROOT));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        JsonNode account = site.json(registered);
        assertThat(account.path("username").asText()).isEqualTo(name);
        assertThat(account.path("role").asText()).isEqualTo("READER");
        assertThat(account.path("id").asText()).isNotBlank();
        Api reader = Api.logIn(site, name.toUpperCase(Locale.ROOT), Api.PASSWORD);
        JsonNode me = reader.me();
        assertThat(me.path("id").asText()).isEqualTo(account.path("id").asText());
        assertThat(me.path("emailVerified").asBoolean()).isFalse();
        assertThat(me.toString()).doesNotContain("assword", "argon2", "epoch", "skeleton");
    }

    @ParameterizedTest
    @CsvSource({
        "username,'ab',username-length",
        "username,'with space',username-characters",
        "username,'nul\u0000byte',username-characters",
        "username,'right\u202eto-left',username-characters",
        "username,'mіxed',username-scripts",
        "username,'Admin',username-reserved",
        "displayName,'a\u202eb',display-name-characters",
        "displayName,'a\u0000b',display-name-characters",
        "displayName,'   ',display-name-length",
        "email,'not an address',email-invalid",
        "email,'a@example.org\u0000',email-invalid",
        "password,'short',password-length",
        "password,'password123',password-common"
    })
    void saysWhatIsWrongWithARegistration(String field, String value, String code) {
        ObjectNode registration = Api.registration(Api.newName()).put(field, value);
        assertThat(Api.problem(anybody.post("/accounts", registration), 400)).isEqualTo(code);
    }

    @Test
    void takesNoOperatorForAText() {
        String name = Api.newName();
        for (String field : List.of("username", "email", "displayName", "password")) {
            ObjectNode registration = Api.registration(name);
            registration.putObject(field).put("$gt", "");
            assertThat(Api.problem(anybody.post("/accounts", registration), 400))
                    .isEqualTo("malformed-body");
            registration.putArray(field).add(name);
            assertThat(Api.problem(anybody.post("/accounts", registration), 400))
                    .isEqualTo("malformed-body");
            registration.putNull(field);
            if (!field.equals("displayName")) {
                assertThat(Api.problem(anybody.post("/accounts", registration), 400))
                        .isEqualTo("invalid-input");
            }
        }
        ObjectNode login = Api.object().put("username", "admin");
        login.putObject("password").put("$gt", "");
        assertThat(Api.problem(anybody.post("/sessions", login), 400)).isEqualTo("malformed-body");
        assertThat(Api.admin(site).json("/accounts?q=" + name).path("items")).isEmpty();
    }

    @Test
    void takesNoMoreThanIsNeeded() {
        ObjectNode registration = Api.registration(Api.newName()).put("username", "a".repeat(10_000_000));
        assertThat(Api.problem(anybody.post("/accounts", registration), 413)).isEqualTo("too-large");
        registration.put("username", "a".repeat(100_000));
        assertThat(Api.problem(anybody.post("/accounts", registration), 400)).isEqualTo("invalid-input");
        Visitor visitor = new Visitor(site);
        visitor.page("/register");
        assertThat(visitor.post("/register", Map.of("username", "a".repeat(100_000)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void givesNoNameToTwo() {
        String name = Api.newName() + "lo";
        assertThat(anybody.register(name).statusCode()).isEqualTo(201);
        for (String other : List.of(name, name.toUpperCase(Locale.ROOT), name.replace("lo", "1o"))) {
            assertThat(Api.problem(anybody.register(other), 409)).as(other).isEqualTo("username-taken");
        }
    }

    @Test
    void givesANameToOneOfManyWhoAskAtOnce() throws Exception {
        String name = Api.newName();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> anybody.register(name).statusCode());
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        } finally {
            threads.shutdownNow();
        }
        assertThat(Api.admin(site).json("/accounts?q=" + name).path("items")).hasSize(1);
    }

    /** Many more than are let wait in threads of the server: each has its turn, in the API and at the form. */
    @Test
    void letsInAllWhoLogInAtOnce() throws Exception {
        String name = Api.newName();
        assertThat(anybody.register(name).statusCode()).isEqualTo(201);
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            List<Callable<String>> logins = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                logins.add(() -> "right " + apiLogin(name, Api.PASSWORD).statusCode());
                logins.add(() -> "wrong " + apiLogin(name, "not the right one").statusCode());
                logins.add(() ->
                        "form " + new Visitor(site).logIn(name, Api.PASSWORD).statusCode());
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> login : threads.invokeAll(logins)) {
                answers.add(login.get());
            }
            assertThat(answers).containsOnly("right 201", "wrong 401", "form 303");
        } finally {
            threads.shutdownNow();
        }
    }

    private HttpResponse<String> apiLogin(String username, String password) {
        return anybody.post("/sessions", Api.object().put("username", username).put("password", password));
    }

    /** Whoever registers learns nothing about other accounts from an address: it is nobody's until a link was followed. */
    @Test
    void doesNotTellWhoHasRegisteredWithAnAddress() {
        String first = Api.newName();
        String second = Api.newName();
        assertThat(anybody.register(first).statusCode()).isEqualTo(201);
        HttpResponse<String> known = anybody.post(
                "/accounts", Api.registration(second).put("email", first.toUpperCase(Locale.ROOT) + "@Example.org"));
        HttpResponse<String> fresh = anybody.register(Api.newName());
        assertThat(known.statusCode()).isEqualTo(fresh.statusCode()).isEqualTo(201);
        assertThat(site.json(known).size()).isEqualTo(site.json(fresh).size());
        assertThat(Api.logIn(site, second, Api.PASSWORD)
                        .me()
                        .path("emailVerified")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void showsAndChangesOnesOwnAccount() {
        Api reader = Api.newReader(site);
        JsonNode renamed = site.json(reader.patch("/accounts/me", Api.object().put("displayName", "  Rosa   Maria ")));
        assertThat(renamed.path("displayName").asText()).isEqualTo("Rosa Maria");
        assertThat(reader.me().path("displayName").asText()).isEqualTo("Rosa Maria");
        JsonNode export = reader.json("/accounts/me/export");
        assertThat(export.path("account").path("displayName").asText()).isEqualTo("Rosa Maria");
        assertThat(export.path("account").path("email").asText()).endsWith("@example.org");
        assertThat(export.path("sessions")).hasSize(1);
        assertThat(export.toString()).doesNotContain("argon2", String.valueOf(reader.token()));
        for (String path : List.of("/accounts/me", "/accounts/me/export", "/sessions", "/accounts", "/audit")) {
            assertThat(Api.problem(anybody.get(path), 401)).isEqualTo("unauthenticated");
        }
    }

    @Test
    void endsOtherSessionsWithANewPassword() {
        Api reader = Api.newReader(site);
        String name = reader.me().path("username").asText();
        Api elsewhere = Api.logIn(site, name, Api.PASSWORD);
        String next = "nine boats in the harbour";
        ObjectNode change = Api.object().put("password", next);
        assertThat(Api.problem(reader.patch("/accounts/me", change), 400)).isEqualTo("missing-current-password");
        assertThat(Api.problem(reader.patch("/accounts/me", change.put("currentPassword", "not this one")), 401))
                .isEqualTo("bad-credentials");
        JsonNode changed = site.json(reader.patch("/accounts/me", change.put("currentPassword", Api.PASSWORD)));
        Api here = new Api(site, changed.path("token").asText());
        assertThat(here.token()).isNotEqualTo(reader.token());
        assertThat(here.get("/accounts/me").statusCode()).isEqualTo(200);
        awaitRefusal(elsewhere);
        awaitRefusal(reader);
        assertThat(site.logIn(name, Api.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(site.logIn(name, next).statusCode()).isEqualTo(201);
    }

    @Test
    void leavesAndComesBack() {
        Api reader = Api.newReader(site);
        String name = reader.me().path("username").asText();
        assertThat(reader.delete("/accounts/me").statusCode()).isEqualTo(204);
        awaitRefusal(reader);
        Api back = Api.logIn(site, name, Api.PASSWORD);
        assertThat(back.me().path("status").asText()).isEqualTo("ACTIVE");
        List<String> actions = actions(back.id());
        assertThat(actions).contains("account.registered", "account.left", "account.came-back");
    }

    @Test
    void decidesWhoWrites() {
        Api admin = Api.admin(site);
        Api reader = Api.newReader(site);
        ObjectNode motivation = Api.object().put("motivation", "I know the harbour.");
        assertThat(Api.problem(anybody.post("/accounts/me/writer-request", motivation), 401))
                .isEqualTo("unauthenticated");
        assertThat(reader.post("/accounts/me/writer-request", motivation).statusCode())
                .isEqualTo(202);
        assertThat(Api.problem(reader.post("/accounts/me/writer-request", motivation), 409))
                .isEqualTo("writer-request-refused");
        String id = reader.id();
        String name = reader.me().path("username").asText();
        JsonNode pending =
                admin.json("/accounts?writerRequest=PENDING&q=" + name).path("items");
        assertThat(pending).hasSize(1);
        assertThat(pending.path(0).path("writerRequest").path("motivation").asText())
                .isEqualTo("I know the harbour.");
        ObjectNode decline = Api.object().put("writerRequest", "DECLINED").put("reason", "Please tell us more.");
        assertThat(Api.problem(reader.patch("/accounts/" + id, decline), 403)).isEqualTo("forbidden");
        assertThat(admin.patch("/accounts/" + id, decline).statusCode()).isEqualTo(200);
        assertThat(reader.me().path("writerRequest").path("reason").asText()).isEqualTo("Please tell us more.");
        assertThat(Api.problem(admin.patch("/accounts/" + id, decline), 409)).isEqualTo("writer-request-not-pending");
        Visitor visitor = new Visitor(site);
        visitor.logIn(name, Api.PASSWORD);
        assertThat(visitor.page("/account").select(".reason").text()).isEqualTo("Please tell us more.");
        assertThat(reader.post("/accounts/me/writer-request", motivation).statusCode())
                .isEqualTo(202);
        JsonNode approved =
                site.json(admin.patch("/accounts/" + id, Api.object().put("writerRequest", "APPROVED")));
        assertThat(approved.path("role").asText()).isEqualTo("WRITER");
        awaitRefusal(reader);
        assertThat(actions(id))
                .contains("account.writer-requested", "account.writer-declined", "account.writer-approved");
    }

    @Test
    void doesNothingOfADecisionThatCannotBeDoneWhole() {
        Api admin = Api.admin(site);
        Api reader = Api.newReader(site);
        reader.post("/accounts/me/writer-request", Api.object().put("motivation", "I know the harbour."));
        ObjectNode approval = Api.object().put("writerRequest", "APPROVED");
        for (ObjectNode change : List.of(
                approval.deepCopy().put("role", "KING"),
                approval.deepCopy().put("status", "SUSPENDED"),
                approval.deepCopy().put("status", "LEFT"))) {
            assertThat(admin.patch("/accounts/" + reader.id(), change).statusCode())
                    .isEqualTo(400);
            assertThat(reader.me().path("writerRequest").path("state").asText()).isEqualTo("PENDING");
            assertThat(reader.me().path("role").asText()).isEqualTo("READER");
        }
    }

    @Test
    void endsSessionsWithARoleAndWithTheUseOfAnAccount() {
        Api admin = Api.admin(site);
        Api other = Api.newReader(site);
        String id = other.id();
        String name = other.me().path("username").asText();
        assertThat(site.json(admin.patch("/accounts/" + id, Api.object().put("role", "ADMIN")))
                        .path("role")
                        .asText())
                .isEqualTo("ADMIN");
        awaitRefusal(other);
        Api promoted = Api.logIn(site, name, Api.PASSWORD);
        assertThat(promoted.get("/accounts").statusCode()).isEqualTo(200);
        ObjectNode suspension = Api.object().put("status", "SUSPENDED");
        assertThat(Api.problem(admin.patch("/accounts/" + id, suspension), 400)).isEqualTo("missing-reason");
        assertThat(admin.patch("/accounts/" + id, suspension.put("reason", "A test"))
                        .statusCode())
                .isEqualTo(200);
        awaitRefusal(promoted);
        assertThat(Api.problem(site.logIn(name, Api.PASSWORD), 403)).isEqualTo("account-suspended");
        assertThat(Api.problem(site.logIn(name, "not this one"), 401)).isEqualTo("bad-credentials");
        assertThat(admin.patch(
                                "/accounts/" + id,
                                Api.object().put("status", "ACTIVE").put("role", "READER"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.problem(Api.logIn(site, name, Api.PASSWORD).get("/accounts"), 403))
                .isEqualTo("forbidden");
        assertThat(actions(id)).contains("account.role-changed", "account.suspended", "account.reactivated");
    }

    @Test
    void keepsTheLastAdministrator() {
        Api admin = Api.admin(site);
        String id = admin.id();
        for (ObjectNode change : List.of(
                Api.object().put("role", "READER"),
                Api.object().put("status", "SUSPENDED").put("reason", "A test"))) {
            assertThat(Api.problem(admin.patch("/accounts/" + id, change), 409)).isEqualTo("last-administrator");
        }
        assertThat(Api.problem(admin.delete("/accounts/me"), 409)).isEqualTo("last-administrator");
        assertThat(admin.me().path("role").asText()).isEqualTo("ADMIN");
    }

    @Test
    void listsAccountsPartByPart() {
        String start = Api.newName().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            anybody.register(start + "-" + i + "x");
        }
        Api admin = Api.admin(site);
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.json("/accounts?limit=2&role=READER&q=" + start + cursor);
            page.path("items").forEach(item -> names.add(item.path("username").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(names).hasSize(5).isSorted();
        assertThat(admin.json("/accounts?q=" + names.get(0).toUpperCase(Locale.ROOT) + "@EXAMPLE.ORG")
                        .path("items"))
                .hasSize(1);
        assertThat(Api.problem(admin.get("/accounts?limit=101"), 400)).isEqualTo("invalid-limit");
        assertThat(Api.problem(admin.get("/accounts?cursor=***"), 400)).isEqualTo("invalid-cursor");
        assertThat(Api.problem(admin.get("/accounts?role=KING"), 400)).isEqualTo("invalid-role");
        assertThat(Api.problem(admin.get("/accounts?writerRequest=X"), 400)).isEqualTo("invalid-writerrequest");
        assertThat(Api.problem(admin.get("/audit?cursor=x"), 400)).isEqualTo("invalid-cursor");
    }

    @Test
    void worksOnPagesWithoutScripts() {
        Visitor visitor = new Visitor(site);
        String name = Api.newName();
        Document form = visitor.page("/register");
        HttpResponse<String> wrong = visitor.submit(
                form,
                "form[action=/register]",
                Map.of(
                        "username",
                        name,
                        "display-name",
                        "Rosa Conceição 北京",
                        "email",
                        "nowhere",
                        "password",
                        Api.PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(wrong.body());
        assertThat(again.select("#email-problem").text()).startsWith("This is not an e-mail address");
        assertThat(again.select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.select("#username").val()).isEqualTo(name);
        assertThat(again.select("#display-name").val()).isEqualTo("Rosa Conceição 北京");
        assertThat(again.select("#password").val()).isEmpty();
        HttpResponse<String> right = visitor.submit(
                again, "form[action=/register]", Map.of("email", name + "@example.org", "password", Api.PASSWORD));
        assertThat(right.statusCode()).as(right.body()).isEqualTo(303);
        Document account = visitor.page("/account?done=registered");
        assertThat(account.select("[role=status]").text()).isEqualTo("Welcome to the paper.");
        assertThat(account.select(".reader").text()).isEqualTo("Rosa Conceição 北京");
        assertThat(visitor.submit(account, "form[action=/account/profile]", Map.of("display-name", "Rosa <b>"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.page("/account").select(".reader").text()).isEqualTo("Rosa <b>");
        assertThat(visitor.submit(
                                account,
                                "form[action=/account/writer-request]",
                                Map.of("motivation", "I know the harbour."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.page("/account").select("form[action=/account/writer-request]"))
                .isEmpty();
        HttpResponse<String> export = visitor.get("/account/export");
        assertThat(site.json(export).path("account").path("username").asText()).isEqualTo(name);
        assertThat(export.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        String before = visitor.cookie("session");
        Document own = visitor.page("/account");
        assertThat(visitor.submit(
                                own,
                                "form[action=/account/password]",
                                Map.of("current-password", Api.PASSWORD, "password", "nove pães na praça ☕"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(visitor.cookie("session")).isNotEqualTo(before);
        assertThat(new Visitor(site).logIn(name, "nove pães na praça ☕").statusCode())
                .isEqualTo(303);
        assertThat(Api.logIn(site, name, "nove pães na praça ☕")
                        .get("/accounts/me")
                        .statusCode())
                .as("a password is the same by form and by JSON")
                .isEqualTo(200);
        Document goodbye = visitor.page("/account");
        assertThat(visitor.submit(
                                goodbye,
                                "form[action=/account/deletion]",
                                Map.of("deletion-password", "wrong one", "confirmation", "yes"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(visitor.submit(
                                goodbye,
                                "form[action=/account/deletion]",
                                Map.of("deletion-password", "nove pães na praça ☕", "confirmation", "yes"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    private List<String> actions(String account) {
        List<String> actions = new ArrayList<>();
        Api.admin(site)
                .json("/audit?subject=account:" + account)
                .path("items")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        return actions;
    }

    private static void awaitRefusal(Api caller) {
        Awaitility.await()
                .atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThat(caller.get("/accounts/me").statusCode()).isEqualTo(401));
    }
}
