package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Logging in with the account of a provider of OpenID Connect. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderLoginIT {

    private static final String START = "/login/openid";
    private static final String CHOICE = "/login/openid/account";
    private static final int CROWD = 12;

    private static OpenIdProvider provider;
    private static PostOffice post;
    private static ServerProcess server;
    private static NewsSite site;

    @BeforeAll
    static void startServer() {
        provider = new OpenIdProvider();
        provider.goAway();
        post = new PostOffice();
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("ARDINA_MAIL_SMTP_URL", "smtp://127.0.0.1:" + post.port());
        environment.put("ARDINA_ACCOUNTS_ERASE_AFTER", "PT2S");
        server = ServerProcess.start(TestDirectory.make("provider-login"), environment);
        site = server.site();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        provider.close();
        post.close();
    }

    @Test
    @Order(1)
    void isNotNeededForTheSiteToStartAndIsSaidToBeAway() {
        Visitor visitor = new Visitor(site);
        assertThat(visitor.page("/login").select("main a.button").text()).isEqualTo("Log in with Example ID");
        assertThat(visitor.page("/register").select("main a.button").text()).isEqualTo("Log in with Example ID");
        HttpResponse<String> refused = visitor.get(START);
        assertThat(location(refused)).isEqualTo("/login?problem=provider-away");
        assertThat(alert(visitor.page(location(refused)))).contains("cannot be reached", "password");
        assertThat(server.serverLog().messages("The OpenID provider Example ID at"))
                .isNotEmpty();
        assertThat(visitor.logIn("admin", ServerProcess.ADMIN_PASSWORD).statusCode())
                .isEqualTo(303);
        provider.comeBack();
        assertThat(new Visitor(site).get(START).headers().firstValue("Location").orElseThrow())
                .as("it is asked again")
                .startsWith(provider.issuer() + "/authorize?");
    }

    @Test
    void registersWhoeverComesForTheFirstTimeAndLetsThemInAgain() {
        String name = Api.newName();
        String subject = provider.newPerson(Map.of(
                "preferred_username",
                name,
                "name",
                "Rosa Mota",
                "email",
                name + "@example.org",
                "email_verified",
                true));
        Visitor rosa = new Visitor(site);
        HttpResponse<String> back = provider.bring(rosa, START + "?next=%2Flatest");
        assertThat(location(back)).isEqualTo(CHOICE);
        assertThat(rosa.cookie("session")).isEmpty();
        Document choice = rosa.page(CHOICE);
        assertThat(choice.select("h1").text()).isEqualTo("Your account here");
        assertThat(choice.select("#username").val()).isEqualTo(name);
        assertThat(choice.select("#display-name").val()).isEqualTo("Rosa Mota");
        HttpResponse<String> wrong = rosa.submit(choice, "main form", Map.of("username", "admin"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#username-problem").text()).contains("kept for the paper");
        HttpResponse<String> registered = rosa.submit(choice, "main form", Map.of());
        assertThat(location(registered)).isEqualTo("/latest");
        assertThat(registered.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("session=")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"));
        Document account = rosa.page("/account");
        assertThat(account.select(".facts").text()).contains(name, name + "@example.org (confirmed)", "Reader");
        assertThat(account.text()).contains("Linked since", "You have no other way to log in");
        JsonNode export = site.json(rosa.get("/account/export"));
        assertThat(export.path("account").path("identity").path("subject").asText())
                .isEqualTo(subject);
        assertThat(export.path("account").path("identity").path("issuer").asText())
                .isEqualTo(provider.issuer());

        Visitor elsewhere = new Visitor(site);
        assertThat(location(provider.bring(elsewhere, START + "?next=%2Ftopics")))
                .isEqualTo("/topics");
        assertThat(elsewhere.page("/account").select(".reader").text()).isEqualTo("Rosa Mota");
        assertThat(elsewhere.page("/account").select(".entries li")).hasSize(2);
        assertThat(location(provider.bring(elsewhere))).as("nothing to do").isEqualTo("/account");
        assertThat(audit("account.registered", rosa)).isEqualTo(1);
    }

    @Test
    void proposesANameThatIsFree() {
        String name = Api.newName();
        register(Map.of("preferred_username", name, "name", "Rosa"));
        provider.newPerson(Map.of("preferred_username", name + "@example.org"));
        Visitor second = new Visitor(site);
        provider.bring(second);
        Document choice = second.page(CHOICE);
        assertThat(choice.select("#username").val()).isEqualTo(name + "2");
        HttpResponse<String> taken =
                second.submit(choice, "main form", Map.of("username", name, "display-name", "Second"));
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(taken.body()).select("#username-problem").text()).contains("taken");
        assertThat(location(second.submit(choice, "main form", Map.of("display-name", "Second"))))
                .isEqualTo("/account");
    }

    @Test
    void isAskedForWhatItDoesNotSayByItself() {
        String name = Api.newName();
        Map<String, Object> claims = Map.of("preferred_username", name, "email", name + "@example.org");
        provider.newPerson(claims);
        provider.beBrief();
        Visitor visitor = new Visitor(site);
        provider.bring(visitor);
        assertThat(visitor.page(CHOICE).select("#username").val()).isEqualTo(name);
        assertThat(visitor.page(CHOICE).select(".facts").text()).contains(name + "@example.org");

        provider.newPerson(claims);
        provider.beBrief();
        provider.make(OpenIdProvider.Mistake.PROFILE_OF_ANOTHER);
        provider.bring(visitor);
        assertThat(visitor.page(CHOICE).select("#username").val()).isEmpty();
        assertThat(visitor.page(CHOICE).text()).doesNotContain(name);
    }

    @ParameterizedTest
    @EnumSource(
            value = OpenIdProvider.Mistake.class,
            names = {"NONE", "PROFILE_OF_ANOTHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void isNotTakenAtItsWordWhenThatIsWrong(OpenIdProvider.Mistake mistake) {
        Visitor known = register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        assertThat(known.cookie("session")).isNotEmpty();
        Visitor visitor = new Visitor(site);
        provider.make(mistake);
        HttpResponse<String> back = provider.bring(visitor);
        assertThat(location(back)).startsWith("/login?problem=provider-");
        assertThat(visitor.cookie("session")).isEmpty();
        assertThat(visitor.cookie("provider-login")).isEmpty();
        assertThat(alert(visitor.page(location(back)))).isNotBlank();
        assertThat(location(visitor.get(CHOICE))).isEqualTo("/login?problem=login-expired");
    }

    @Test
    void isTakenAtItsWordByTheBrowserThatAskedOnly() {
        register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        Visitor rosa = new Visitor(site);
        HttpResponse<String> sent = rosa.get(START);
        assertThat(sent.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("provider-login=")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Lax"));
        String callback = provider.callback(sent);

        Visitor other = new Visitor(site);
        assertThat(location(other.get(callback))).as("no cookie").isEqualTo("/login?problem=login-expired");
        other.get(START);
        assertThat(location(other.get(callback))).as("another login").isEqualTo("/login?problem=login-expired");
        assertThat(other.cookie("session")).isEmpty();

        assertThat(location(rosa.get(callback.replaceFirst("state=[^&]+", "state=guessed"))))
                .isEqualTo("/login?problem=login-expired");
        assertThat(rosa.cookie("session")).isEmpty();
    }

    @Test
    void isTakenAtItsWordOnce() {
        register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        Visitor rosa = new Visitor(site);
        HttpResponse<String> sent = rosa.get(START);
        String cookie = rosa.cookie("provider-login");
        String callback = provider.callback(sent);
        assertThat(location(rosa.get(callback))).isEqualTo("/account");
        HttpResponse<String> again = site.get(callback, "Cookie", "provider-login=" + cookie);
        assertThat(location(again)).as("the login is used up").isEqualTo("/login?problem=login-expired");
        assertThat(again.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("session="));

        Visitor thief = new Visitor(site);
        assertThat(location(thief.get(withCodeOf(callback, provider.callback(thief.get(START))))))
                .as("the code is used up")
                .isEqualTo("/login?problem=provider-refused");
        String foreign = provider.callback(new Visitor(site).get(START));
        assertThat(location(thief.get(withCodeOf(foreign, provider.callback(thief.get(START))))))
                .as("the code is of another login")
                .isEqualTo("/login?problem=provider-refused");
        assertThat(thief.cookie("session")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "error=access_denied,provider-refused",
        "error=%3Cscript%3E,provider-refused",
        "code=,provider-refused",
        "code=x&iss=https%3A%2F%2Fid.example.org,provider-refused",
        "code=x,provider-refused"
    })
    void maySayThatItIdentifiedNobody(String answer, String problem) {
        Visitor visitor = new Visitor(site);
        String state = location(visitor.get(START)).replaceFirst(".*[?&]state=([^&]+).*", "$1");
        HttpResponse<String> back = visitor.get(START + "/callback?state=" + state + "&" + answer);
        assertThat(location(back)).isEqualTo("/login?problem=" + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "%2Flatest,/latest",
        "https%3A%2F%2Fevil.example,/account",
        "%2F%2Fevil.example,/account",
        "%2F%5Cevil.example,/account",
        "%2Fa%09b,/account"
    })
    void leadsOnlyToPagesOfThisSite(String next, String location) {
        register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        assertThat(location(provider.bring(new Visitor(site), START + "?next=" + next)))
                .isEqualTo(location);
    }

    @Test
    void mayChangeItsKeys() {
        register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        int fetched = provider.keysFetched();
        assertThat(location(provider.bring(new Visitor(site)))).isEqualTo("/account");
        assertThat(provider.keysFetched()).as("keys are kept").isEqualTo(fetched);
        provider.rotateKey();
        assertThat(location(provider.bring(new Visitor(site)))).isEqualTo("/account");
        assertThat(provider.keysFetched()).isEqualTo(fetched + 1);
    }

    @Test
    void holdsUpNobodyElseWhenItIsSlow() {
        register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        List<Visitor> visitors =
                Stream.generate(() -> new Visitor(site)).limit(CROWD).toList();
        Map<Visitor, String> callbacks = new HashMap<>();
        visitors.forEach(visitor -> callbacks.put(visitor, provider.callback(visitor.get(START))));
        provider.fallSilent();
        try {
            List<CompletableFuture<String>> outcomes = new ArrayList<>();
            callbacks.forEach((visitor, callback) -> outcomes.add(CompletableFuture.supplyAsync(
                    () -> location(visitor.get(callback)), task -> new Thread(task).start())));
            assertThat(site.status("/latest")).isEqualTo(200);
            assertThat(new Visitor(site)
                            .logIn("admin", ServerProcess.ADMIN_PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(outcomes.stream().map(CompletableFuture::join))
                    .contains("/login?problem=provider-away", "/login?problem=busy")
                    .containsOnly("/login?problem=provider-away", "/login?problem=busy");
        } finally {
            provider.speak();
        }
        assertThat(location(provider.bring(new Visitor(site)))).isEqualTo("/account");
    }

    @Test
    void letsNobodyInWhoIsSuspended() {
        Visitor rosa = register(Map.of("preferred_username", Api.newName(), "name", "Rosa"));
        String id = id(rosa);
        Api admin = Api.admin(site);
        assertThat(admin.patch(
                                "/accounts/" + id,
                                Api.object().put("status", "SUSPENDED").put("reason", "A test"))
                        .statusCode())
                .isEqualTo(200);
        Visitor again = new Visitor(site);
        HttpResponse<String> refused = provider.bring(again);
        assertThat(location(refused)).isEqualTo("/login?problem=account-suspended");
        assertThat(again.cookie("session")).isEmpty();
        assertThat(alert(again.page(location(refused)))).contains("suspended");
    }

    @Test
    void isNoSecondFactor() {
        String name = Api.newName();
        Api reader = verifiedReader(name);
        Authenticator app = new Authenticator(site.json(reader.post("/accounts/me/second-factor", null))
                .path("secret")
                .asText());
        assertThat(reader.send(
                                "PUT",
                                "/accounts/me/second-factor",
                                Api.object().put("code", app.code(Duration.ofSeconds(-30))))
                        .statusCode())
                .isEqualTo(200);
        provider.newPerson(Map.of("email", name + "@example.org", "email_verified", true));
        Visitor visitor = new Visitor(site);
        provider.bring(visitor);
        Document choice = visitor.page(CHOICE);
        HttpResponse<String> without = visitor.submit(choice, "main form", Map.of("password", Api.PASSWORD));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(without.body()).select("#code-problem").text()).contains("authenticator app");
        HttpResponse<String> guessed =
                visitor.submit(choice, "main form", Map.of("password", Api.PASSWORD, "code", "000000"));
        assertThat(guessed.statusCode()).isEqualTo(422);
        assertThat(location(visitor.submit(choice, "main form", Map.of("password", Api.PASSWORD, "code", app.code()))))
                .isEqualTo("/account");

        Visitor again = new Visitor(site);
        HttpResponse<String> halfway = provider.bring(again, START + "?next=%2Flatest");
        assertThat(location(halfway)).isEqualTo("/login/code?next=%2Flatest");
        assertThat(again.cookie("session")).isEmpty();
        HttpResponse<String> entered = again.submit(
                again.page(location(halfway)), "main form", Map.of("code", app.code(Duration.ofSeconds(30))));
        assertThat(location(entered)).isEqualTo("/latest");
        assertThat(again.page("/account").select("h1").text()).isEqualTo("Your account");
    }

    @Test
    void givesAnAccountAwayWithItsPasswordOnly() {
        String name = Api.newName();
        verifiedReader(name);
        provider.newPerson(
                Map.of("email", name.toUpperCase(java.util.Locale.ROOT) + "@example.org", "email_verified", true));
        Visitor visitor = new Visitor(site);
        assertThat(location(provider.bring(visitor))).isEqualTo(CHOICE);
        Document choice = visitor.page(CHOICE);
        assertThat(choice.select("h1").text()).isEqualTo("Link your account");
        assertThat(choice.select(".facts").text()).contains(name);
        HttpResponse<String> wrong = visitor.submit(choice, "main form", Map.of("password", "a wrong password"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(alert(Jsoup.parse(wrong.body()))).contains("wrong");
        assertThat(location(visitor.get("/account"))).startsWith("/login");
        assertThat(visitor.post(
                                START + "/registration",
                                Map.of(
                                        "form-token",
                                        choice.select("main input[name=form-token]")
                                                .val(),
                                        "username",
                                        Api.newName(),
                                        "display-name",
                                        "Somebody"))
                        .headers()
                        .firstValue("Location"))
                .as("no second account for the address")
                .hasValue("/login?problem=login-expired");
        HttpResponse<String> again = provider.bring(visitor);
        assertThat(location(again)).isEqualTo(CHOICE);
        assertThat(location(visitor.submit(visitor.page(CHOICE), "main form", Map.of("password", Api.PASSWORD))))
                .isEqualTo("/account");
        assertThat(visitor.page("/account").select(".facts").text()).contains(name);
        post.awaitAny(name + "@example.org", "Your account was linked with another one");
        assertThat(audit("account.identity-linked", visitor)).isEqualTo(1);
        assertThat(location(provider.bring(new Visitor(site)))).isEqualTo("/account");
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "false,false"})
    void seesNobodysAccountInAnAddressThatIsNotVerified(boolean here, boolean there) {
        String name = Api.newName();
        if (here) {
            verifiedReader(name);
        } else {
            assertThat(Api.anonymous(site).register(name).statusCode()).isEqualTo(201);
        }
        provider.newPerson(Map.of("email", name + "@example.org", "email_verified", there));
        Visitor visitor = new Visitor(site);
        assertThat(location(provider.bring(visitor))).isEqualTo(CHOICE);
        Document choice = visitor.page(CHOICE);
        assertThat(choice.select("h1").text()).isEqualTo("Your account here");
        assertThat(choice.text()).doesNotContain(name + " ");
    }

    @Test
    void isLinkedAndUnlinkedByTheOwnerOfAnAccount() {
        String name = Api.newName();
        assertThat(Api.anonymous(site).register(name).statusCode()).isEqualTo(201);
        Visitor owner = new Visitor(site);
        owner.logIn(name, Api.PASSWORD);
        provider.newPerson(Map.of("preferred_username", Api.newName()));
        assertThat(owner.page("/account").select("a[href=/login/openid]").text())
                .isEqualTo("Link with Example ID");
        assertThat(location(provider.bring(owner))).isEqualTo(CHOICE);
        Document choice = owner.page(CHOICE);
        assertThat(choice.select(".facts").text()).contains(name);
        assertThat(owner.submit(choice, "main form", Map.of("password", "a wrong password"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(owner.submit(choice, "main form", Map.of("password", Api.PASSWORD))))
                .isEqualTo("/account?done=linked");
        assertThat(owner.page("/account?done=linked").select("[role=status]").text())
                .isEqualTo("The accounts are linked.");
        assertThat(location(provider.bring(new Visitor(site)))).isEqualTo("/account");

        Visitor stranger = new Visitor(site);
        String other = Api.newName();
        assertThat(Api.anonymous(site).register(other).statusCode()).isEqualTo(201);
        stranger.logIn(other, Api.PASSWORD);
        HttpResponse<String> taken = provider.bring(stranger);
        assertThat(location(taken)).isEqualTo("/account?problem=identity-taken");
        assertThat(alert(stranger.page(location(taken)))).contains("belongs to another account");

        Document account = owner.page("/account");
        assertThat(owner.submit(account, "form[action$=openid-removal]", Map.of("unlink-password", "a wrong one"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(
                        owner.submit(account, "form[action$=openid-removal]", Map.of("unlink-password", Api.PASSWORD))))
                .isEqualTo("/account?done=unlinked");
        post.awaitAny(name + "@example.org", "Your account is no longer linked with another one");
        assertThat(location(provider.bring(new Visitor(site))))
                .as("nobody's again")
                .isEqualTo(CHOICE);
        provider.newPerson(Map.of());
        provider.bring(owner);
        owner.submit(owner.page(CHOICE), "main form", Map.of("password", Api.PASSWORD));
        provider.newPerson(Map.of());
        assertThat(location(provider.bring(owner))).isEqualTo("/account?problem=identity-present");
    }

    @Test
    void isNotUnlinkedWhereItIsTheOnlyWayIn() {
        String name = Api.newName();
        Visitor rosa = register(Map.of(
                "preferred_username", name, "name", "Rosa", "email", name + "@example.org", "email_verified", true));
        Document account = rosa.page("/account");
        assertThat(account.select("form[action$=openid-removal], form[action$='/password']"))
                .isEmpty();
        HttpResponse<String> refused = rosa.post(
                "/account/openid-removal",
                Map.of("form-token", account.select("input[name=form-token]").val(), "unlink-password", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).text()).contains("choose a password first");

        rosa.submit(rosa.page("/reset-password"), "main form", Map.of("email", name + "@example.org"));
        String link =
                post.awaitAny(name + "@example.org", "Choose a new password").link();
        assertThat(rosa.submit(rosa.page(link), "main form", Map.of("password", Api.PASSWORD))
                        .body())
                .contains("You have a new password");
        assertThat(location(rosa.logIn(name, Api.PASSWORD))).isEqualTo("/account");
        assertThat(location(rosa.submit(
                        rosa.page("/account"),
                        "form[action$=openid-removal]",
                        Map.of("unlink-password", Api.PASSWORD))))
                .isEqualTo("/account?done=unlinked");
    }

    @Test
    void hasOneAccountHowManyEverAreAskedForAtOnce() {
        provider.newPerson(Map.of("name", "Rosa"));
        List<Visitor> visitors =
                Stream.generate(() -> new Visitor(site)).limit(4).toList();
        Map<Visitor, Document> pages = new HashMap<>();
        for (Visitor visitor : visitors) {
            provider.bring(visitor);
            pages.put(visitor, visitor.page(CHOICE));
        }
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        pages.forEach((visitor, page) -> answers.add(CompletableFuture.supplyAsync(
                () -> visitor.submit(page, "main form", Map.of("username", Api.newName()))
                        .statusCode(),
                task -> new Thread(task).start())));
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(303, 422, 422, 422);
    }

    @Test
    void isErasedWithTheAccount() {
        String name = Api.newName();
        Visitor rosa = register(Map.of(
                "preferred_username", name, "name", "Rosa", "email", name + "@example.org", "email_verified", true));
        String id = id(rosa);
        HttpResponse<String> left =
                rosa.submit(rosa.page("/account"), "form[action$=deletion]", Map.of("confirmation", "yes"));
        assertThat(location(left)).isEqualTo("/");
        Api admin = Api.admin(site);
        Awaitility.await("the account is erased")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        !admin.json("/audit?subject=account:" + id).path("items").findValuesAsText("action").stream()
                                .filter("account.erased"::equals)
                                .toList()
                                .isEmpty());
        JsonNode erased = admin.json("/accounts?q=" + name).path("items").path(0);
        assertThat(erased.path("status").asText()).isEqualTo("ERASED");
        assertThat(erased.toString()).doesNotContain("Rosa", "@example.org");
        Visitor again = new Visitor(site);
        assertThat(location(provider.bring(again))).as("somebody new").isEqualTo(CHOICE);
        assertThat(again.page(CHOICE).select("#username").val()).isEqualTo(name + "2");
    }

    @Test
    void isUsedInABrowserWithoutScripts() {
        List<Browser.View> views = List.of(
                new Browser.View("en", 1440, "light"),
                new Browser.View("pt", 360, "light"),
                new Browser.View("pt", 1440, "dark"),
                new Browser.View("en", 360, "dark"));
        String name = Api.newName();
        verifiedReader(name);
        try (Browser browser = Browser.open()) {
            look(browser, "/login", views);
            provider.newPerson(
                    Map.of("preferred_username", "rosa.mota", "name", "Rosa Mota", "email", "rosa@example.org"));
            browser.allowScripts(false);
            browser.visit(server.address().resolve("/login?next=%2Faccount"));
            browser.follow("main a[href^='/login/openid']");
            assertThat(browser.address().getPath()).isEqualTo(CHOICE);
            browser.allowScripts(true);
            look(browser, CHOICE, views);
            browser.allowScripts(false);
            browser.follow("main .form button");
            assertThat(browser.address().getPath()).isEqualTo("/account");
            assertThat(browser.text(".masthead .reader")).isEqualTo("Rosa Mota");
            browser.follow("form[action='/logout'] button");
            browser.visit(server.address().resolve("/login"));
            browser.follow("main a[href^='/login/openid']");
            assertThat(browser.address().getPath()).isEqualTo("/account");
            browser.allowScripts(true);
            look(browser, "/account", views);
            browser.allowScripts(false);
            browser.follow("form[action='/logout'] button");

            provider.newPerson(Map.of("email", name + "@example.org", "email_verified", true));
            browser.visit(server.address().resolve("/login"));
            browser.follow("main a[href^='/login/openid']");
            browser.allowScripts(true);
            look(browser, CHOICE + "?linking", views);
            browser.allowScripts(false);
            browser.type("#password", Api.PASSWORD);
            browser.follow("main .form button");
            assertThat(browser.address().getPath()).isEqualTo("/account");
            browser.type("#unlink-password", Api.PASSWORD);
            browser.follow("form[action$=openid-removal] button");
            assertThat(browser.address().getQuery()).isEqualTo("done=unlinked");
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void leavesNoSecretInTheLog() {
        assertThat(provider.secrets()).hasSizeGreaterThan(20);
        String log = String.join("\n", server.log());
        assertThat(log).contains("The OpenID provider identified nobody");
        assertThat(provider.secrets()).noneMatch(log::contains);
        assertThat(log).doesNotContain("@example.org");
        assertThat(log).as("every query has an index").doesNotContain("org.ardina.embedded.scan");
    }

    private void look(Browser browser, String page, List<Browser.View> views) {
        for (Browser.View view : views) {
            browser.look(view);
            browser.visit(server.address().resolve(page));
            browser.savePicture("provider" + page.replaceAll("[/?]", "-") + "-" + view);
            assertThat(browser.accessibilityProblems()).as(page + " " + view).isEmpty();
            assertThat(browser.overflow()).isLessThanOrEqualTo(0);
        }
        browser.look(views.get(0));
        browser.visit(server.address().resolve(page));
    }

    /** Somebody new, with an account that was made for them. */
    private static Visitor register(Map<String, Object> claims) {
        provider.newPerson(claims);
        Visitor visitor = new Visitor(site);
        assertThat(location(provider.bring(visitor))).isEqualTo(CHOICE);
        assertThat(location(visitor.submit(visitor.page(CHOICE), "main form", Map.of())))
                .isEqualTo("/account");
        return visitor;
    }

    /** Somebody with a password, who has shown that their address is theirs. */
    private static Api verifiedReader(String name) {
        assertThat(Api.anonymous(site).register(name).statusCode()).isEqualTo(201);
        String token = post.awaitAny(name + "@example.org", "Confirm your e-mail address")
                .token();
        assertThat(Api.anonymous(site)
                        .post("/email-verifications", Api.object().put("token", token))
                        .statusCode())
                .isEqualTo(204);
        return Api.logIn(site, name, Api.PASSWORD);
    }

    private static String withCodeOf(String other, String callback) {
        String code = other.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return callback.replaceFirst("\\bcode=[^&]+", "code=" + code);
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String alert(Document page) {
        return page.select("[role=alert]").text();
    }

    private static String id(Visitor visitor) {
        return site.json(visitor.get("/account/export"))
                .path("account")
                .path("id")
                .asText();
    }

    private static long audit(String action, Visitor visitor) {
        return Api.admin(site)
                .json("/audit?subject=account:" + id(visitor))
                .path("items")
                .findValuesAsText("action")
                .stream()
                .filter(action::equals)
                .count();
    }
}
