package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ardina.system.Browser.View;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;

/** The console in a real browser, before administrators, writers and those who may not see it. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final View WIDE = new View("en", 1440, "light");

    private static final List<View> VIEWS =
            List.of(WIDE, new View("pt", 360, "light"), new View("pt", 1440, "dark"), new View("en", 360, "dark"));

    private static final List<String> PAGES = List.of(
            "dashboard",
            "mine",
            "write",
            "review",
            "articles",
            "articles?state=APPROVED&q=the",
            "front",
            "topics",
            "accounts",
            "accounts?request=pending",
            "imports",
            "settings",
            "audit");

    private final ServerProcess server;
    private final Browser browser;

    ConsoleIT(ServerProcess server) {
        this.server = server;
        this.browser = Browser.open();
    }

    @BeforeAll
    void logIn() {
        browser.look(WIDE);
        visit("/console/");
        browser.type("#username", "admin");
        browser.type("#password", ServerProcess.ADMIN_PASSWORD);
        browser.follow("main form button");
        assertThat(browser.address().getPath()).isEqualTo("/console/dashboard");
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    static Stream<Arguments> pagesAndViews() {
        return PAGES.stream().flatMap(page -> VIEWS.stream().map(view -> Arguments.of(page, view)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndViews")
    void isSoundInEveryView(String page, View view) {
        browser.look(view);
        visit("/console/" + page);
        awaitEditor(page);
        List<String> console = browser.console();
        browser.savePicture("console-" + page.replace('?', '-') + "-" + view);
        assertSoftly(softly -> {
            softly.assertThat(browser.evaluate("return document.documentElement.lang")
                            .asText())
                    .isEqualTo(view.language());
            softly.assertThat(console).as("console").isEmpty();
            softly.assertThat(browser.overflow()).as("overflow").isLessThanOrEqualTo(0);
            softly.assertThat(browser.accessibilityProblems())
                    .as("accessibility")
                    .isEmpty();
        });
        assertThat(browser.evaluate(
                                "return [...document.querySelectorAll('tr')].every(row => [...row.cells].every("
                                        + "cell => cell.getBoundingClientRect().bottom <= row.getBoundingClientRect().bottom + 1))")
                        .asBoolean())
                .as("every cell is inside its row")
                .isTrue();
    }

    @Test
    void keepsNothingOfAVisitOnTheServer() {
        HttpResponse<String> page = server.site()
                .get("/console/topics", "Cookie", "session=" + server.site().adminToken());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy)
                        .contains("script-src 'self' 'nonce-")
                        .doesNotContain("unsafe-eval")
                        .doesNotContain("script-src 'self' 'unsafe-inline'"));
        assertThat(page.body()).contains("value=\"stateless\"");
    }

    @Test
    void administersTopics() {
        browser.look(WIDE);
        visit("/console/topics");
        browser.type("#name", "Harbour news");
        browser.type("#description", "What comes and goes by water.");
        browser.follow("#create");
        assertThat(told(browser, "#told")).isEqualTo("The topic is there.");
        visit("/console/topics?slug=harbour-news");
        browser.type("#name", "Harbour");
        browser.follow("#change");
        assertThat(server.site().get("/topics/harbour-news").body()).contains("Harbour");
        visit("/console/topics?q=HARB");
        assertThat(told(browser, "#rows")).contains("harbour-news").doesNotContain("city");
        visit("/console/topics?q=nowhere");
        assertThat(told(browser, "#rows")).contains("No topic has that in its name or address.");
        visit("/console/topics?slug=harbour-news");
        browser.follow("#delete");
        assertThat(told(browser, "#told")).isEqualTo("The topic is deleted.");
        visit("/console/topics");
        browser.type("#name", "City");
        browser.follow("#create");
        assertThat(told(browser, "main [role=alert]")).isEqualTo("There is a topic at this address. Choose another.");
        assertThat(browser.evaluate("return document.getElementById('name').value")
                        .asText())
                .isEqualTo("City");
    }

    @Test
    void suspendsWithAReasonOnly() {
        Api reader = Api.newReader(server.site());
        browser.look(WIDE);
        visit("/console/account?id=" + reader.id());
        browser.follow("#suspend");
        assertThat(told(browser, "main [role=alert]")).isNotEmpty();
        browser.type("#reason", "Sells lamps.");
        browser.follow("#suspend");
        assertThat(told(browser, "#told")).startsWith("The account is suspended");
        assertThat(reader.get("/accounts/me").statusCode()).isEqualTo(401);
        assertThat(browser.text(".trail")).contains("account.suspended").contains("Sells lamps.");
    }

    @Test
    void importsAFileAndReportsWhatCameOfIt() throws Exception {
        String headline = "Imported " + Api.newName();
        Path file = Files.writeString(
                TestDirectory.make("console-import").resolve("articles.jsonl"),
                "{\"headline\": \"" + headline + "\", \"body\": \"<p>Once.</p>\", \"published\": \"2020-01-01\"}\n"
                        + "{\"body\": \"nothing above it\"}\n");
        browser.look(WIDE);
        visit("/console/imports");
        browser.choose("#file", file);
        browser.follow("#upload button");
        await("the import is finished", () -> browser.text("#state .state").equals("Finished"));
        assertThat(browser.text("#state .figures")).contains("Read\n2").contains("Imported\n1");
        assertThat(browser.console()).isEmpty();
    }

    /** Walks with the keyboard alone from the queue to a decision. */
    @Test
    void isUsedWithTheKeyboard() {
        String id = pending("Keys " + Api.newName());
        browser.look(WIDE);
        visit("/console/review");
        browser.press(Keys.TAB);
        assertThat(browser.evaluate("return document.activeElement.className").asText())
                .isEqualTo("skip");
        browser.press(Keys.ENTER);
        assertThat(browser.evaluate("return location.hash").asText()).isEqualTo("#content");
        for (int steps = 0; steps < 200 && !focused().contains(id); steps++) {
            browser.press(Keys.TAB);
        }
        assertThat(focused()).contains(id);
        browser.press(Keys.ENTER);
        await("the article", () -> browser.address().getPath().equals("/console/decide"));
        for (int steps = 0; steps < 200 && !focused().equals("return"); steps++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        await("the decision", () -> browser.address().getPath().equals("/console/review"));
        assertThat(told(browser, "#told")).isEqualTo("Returned to its writer.");
    }

    @Test
    void archivesWhatIsTicked() {
        String id = pending("Ticked " + Api.newName());
        browser.look(WIDE);
        visit("/console/articles?state=PENDING");
        browser.click("input[value='" + id + "']");
        browser.follow("#archive");
        assertThat(told(browser, "#told")).isEqualTo("Archived.");
        assertThat(Api.admin(server.site())
                        .json("/articles/" + id)
                        .path("state")
                        .asText())
                .isEqualTo("ARCHIVED");
    }

    @Test
    void keepsInATextWhatItsEditorCannotWrite() {
        String table = "<table><caption>Boats</caption><thead><tr><th scope=\"col\">Port</th></tr></thead>"
                + "<tbody><tr><td colspan=\"2\">Cork</td></tr></tbody></table>";
        String id = draft("<p>Before.</p>" + table + "<pre>a  b</pre><p>After.</p>");
        browser.look(WIDE);
        visit("/console/write?id=" + id);
        awaitEditor("write");
        assertThat(isHidden("#rich-text")).isFalse();
        browser.add(".ql-editor", " Then more.");
        await(
                "the text",
                () -> browser.evaluate("return document.getElementById('body').value")
                        .asText()
                        .contains("Then more."));
        browser.follow("#save");
        assertThat(told(browser, "#told")).startsWith("Saved");
        String saved =
                Api.admin(server.site()).json("/articles/" + id).path("body").asText();
        assertThat(saved).contains("<p>Before.</p>", table, "<pre>a  b</pre>", "Then more.");
    }

    @Test
    void opensAsHtmlATextThatItsEditorWouldLosePartsOf() {
        visit("/console/write?id=" + draft("<p>H<sub>2</sub>O</p>"));
        awaitEditor("write");
        assertThat(isHidden("#rich-text")).isTrue();
        assertThat(browser.text("#source-hint")).isNotBlank();
        browser.click("#source");
        assertThat(isHidden("#rich-text")).isTrue();
    }

    @Test
    void tellsOfEachThatCannotBeArchived() {
        String word = Api.newName();
        String decided = pending("Decided meanwhile " + word);
        String ticked = pending("Ticked too " + word);
        browser.look(WIDE);
        visit("/console/articles?state=PENDING&q=" + word);
        browser.click("input[value='" + decided + "']");
        browser.click("input[value='" + ticked + "']");
        Api.admin(server.site())
                .post("/articles/" + decided + "/decisions", Api.object().put("decision", "ARCHIVE"));
        browser.follow("#archive");
        assertThat(told(browser, "main [role=alert]"))
                .contains("1 article is archived")
                .contains("Decided meanwhile " + word + ": its state does not allow it");
        visit("/console/articles?state=ARCHIVED&q=ticked+" + word.toUpperCase(Locale.ROOT));
        assertThat(browser.text("#rows")).contains("Ticked too " + word).doesNotContain("Decided meanwhile");
    }

    @Test
    void putsAStoryOnTopOfTheFrontPage() {
        browser.look(WIDE);
        visit("/console/front");
        String act = browser.evaluate("return [...document.querySelectorAll('#rows button[value^=lead]')].pop().value")
                .asText();
        String headline = browser.evaluate("return [...document.querySelectorAll('#rows td.wide a')].pop().textContent")
                .asText();
        browser.follow("#rows button[value='" + act + "']");
        assertThat(told(browser, "#told")).isEqualTo("Readers see it like this now.");
        assertThat(browser.text(".places")).contains(headline);
        await(
                "the lead",
                () -> server.site()
                        .page("/")
                        .select(".lead h2, .lead h3")
                        .eachText()
                        .contains(headline));
        browser.follow(".places button[value='" + act.replace("lead", "remove") + "']");
        assertThat(told(browser, "#told")).isEqualTo("Readers see it like this now.");
        assertThat(browser.text("#chosen + .meta")).isEqualTo("The newest story with a picture leads.");
    }

    @Test
    void renewsTheDashboardWithoutTakingTheFocus() {
        browser.look(WIDE);
        visit("/console/dashboard");
        browser.evaluate("document.getElementById('to-review').focus();"
                + "document.getElementById('figures').dataset.before = 'yes';"
                + "Object.values(PrimeFaces.widgets).find(w => w instanceof PrimeFaces.widget.Poll).cfg.fn();"
                + "return 0");
        await(
                "the figures are renewed",
                () -> browser.evaluate("return document.getElementById('figures').dataset.before || ''")
                        .asText()
                        .isEmpty());
        await(
                "the focus is there again",
                () -> browser.evaluate("return document.activeElement.id")
                        .asText()
                        .equals("to-review"));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void closesRegistration() {
        browser.look(WIDE);
        visit("/console/settings");
        browser.click("#registration");
        browser.follow("#save");
        try {
            assertThat(told(browser, "#told")).isEqualTo("The settings are changed.");
            assertThat(server.site().page("/register").text()).contains("No new accounts");
            assertThat(Api.problem(Api.anonymous(server.site()).register(Api.newName()), 403))
                    .isEqualTo("registration-closed");
        } finally {
            visit("/console/settings");
            browser.click("#registration");
            browser.follow("#save");
        }
        assertThat(Api.anonymous(server.site()).register(Api.newName()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void isClosedToThoseWithoutARole() {
        NewsSite site = server.site();
        HttpResponse<String> nobody = site.get("/console/accounts?q=a");
        assertThat(nobody.statusCode()).isEqualTo(303);
        assertThat(nobody.headers().firstValue("Location")).hasValue("/login?next=%2Fconsole%2Faccounts%3Fq%3Da");
        Api reader = Api.newReader(site);
        String cookie = "session=" + reader.token();
        assertThat(site.get("/console/", "Cookie", cookie).statusCode()).isEqualTo(403);
        assertThat(site.get("/console/accounts", "Cookie", cookie).statusCode()).isEqualTo(403);
        String admin = "session=" + site.adminToken();
        assertThat(site.get("/console/nothing", "Cookie", admin).statusCode()).isEqualTo(404);
        assertThat(site.get("/console/accounts.xhtml", "Cookie", admin).statusCode())
                .isEqualTo(404);
    }

    private String draft(String body) {
        HttpResponse<String> created = Api.admin(server.site())
                .post(
                        "/articles",
                        Api.object().put("headline", "Draft " + Api.newName()).put("body", body));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return server.site().json(created).path("id").asText();
    }

    private boolean isHidden(String selector) {
        return browser.evaluate("return document.querySelector('" + selector + "').hidden")
                .asBoolean();
    }

    private String pending(String headline) {
        Api writer = Api.newWriter(server.site());
        HttpResponse<String> created = writer.post(
                "/articles",
                Api.object()
                        .put("headline", headline)
                        .put("body", "<p>A text.</p>")
                        .put("submit", true));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return server.site().json(created).path("id").asText();
    }

    /** The address of the link, or the name of the button, on which the keyboard is. */
    private String focused() {
        return browser.evaluate(
                        "return document.activeElement.getAttribute('href') || document.activeElement.name || ''")
                .asText();
    }

    private void awaitEditor(String page) {
        if (page.equals("write")) {
            await(
                    "the editor",
                    () -> browser.evaluate("return document.documentElement.dataset.ready || ''")
                            .asText()
                            .equals("true"));
        }
    }

    /** What the page that comes says in that place. */
    private static String told(Browser browser, String selector) {
        await(selector + " says something", () -> !browser.text(selector).isBlank());
        return browser.text(selector);
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(condition);
    }

    private void visit(String path) {
        browser.visit(server.address().resolve(path));
    }
}
