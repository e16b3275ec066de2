package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.ardina.SharedData;
import org.ardina.system.Browser.View;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebDriverException;
import org.opentest4j.TestAbortedException;

/** A conversation in a real browser: readers under a story, administrators at their desk. */
@ExtendWith(SharedServer.class)
class ModerationBrowserIT {

    private static final View WIDE = new View("en", 1440, "light");
    private static final String SLUG = "a-school-roof-that-counts-swifts";
    private static final String ARTICLE = "/articles/" + SLUG;

    /** Set by whatever executes that should not. */
    private static final String MARKER = "executed";

    private final ServerProcess server;
    private final NewsSite site;
    private final List<String> administrators = new ArrayList<>();

    ModerationBrowserIT(ServerProcess server) {
        this.server = server;
        this.site = server.site();
    }

    @Test
    void leadsFromACommentToAnAppealThatIsRight() {
        String rosa = register("Rosa Reis");
        String ivo = register("Ivo Lima");
        String second = secondAdministrator();
        empty("reported");
        String said = "The boxes were my idea, says " + rosa;
        try (Browser reader = Browser.open();
                Browser desk = Browser.open()) {
            reader.look(WIDE);
            desk.look(WIDE);
            reader.allowScripts(false);
            logIn(reader, rosa, Api.PASSWORD, "/account");
            visit(reader, ARTICLE);
            reader.type("#body", said);
            reader.follow("form.write button");
            String thread = reader.address().getPath();
            String id = thread.substring(thread.lastIndexOf('/') + 1);
            assertThat(reader.text("#c-" + id)).contains(said);

            anotherReader(reader, ivo);
            visit(reader, thread);
            reader.follow("#c-" + id + " a[href$='/reply']");
            reader.type("#body", "They were the idea of @" + rosa + "? Never.");
            reader.follow("main form button");
            await("the reply", () -> {
                visit(reader, thread);
                return reader.text("main").contains("Never.");
            });
            assertThat(reader.text(".said b")).isEqualTo("@" + rosa);
            visit(reader, thread);
            reader.follow("#c-" + id + " a[href$='/report']");
            reader.click("input[value='falsehood']");
            reader.type("#detail", "The council had it first.");
            reader.follow("main form button");
            reader.allowScripts(true);

            logIn(desk, "admin", ServerProcess.ADMIN_PASSWORD, "/console/comments?kind=reported");
            visit(desk, "/console/comments?kind=reported");
            assertThat(desk.text(card(id)))
                    .contains(said, "Rosa Reis", "Misleading or false", "The council had it first.");
            desk.savePicture("moderation-reported");
            sound(desk);
            pictures(desk, "/console/comments?kind=reported", "moderation-desk");

            desk.follow(card(id) + " .context");
            assertThat(desk.text(".talk-thread")).contains("Never.");
            assertThat(desk.text(".talk-thread .this")).contains(said);
            sound(desk);
            pictures(desk, desk.address().toString(), "moderation-comment");

            // Approved with a key, undone with a key, rejected with the number of a reason.
            visit(desk, "/console/comments?kind=reported");
            key(desk, id, "a");
            await("approved", () -> desk.text("#told").equals("Approved."));
            assertThat(waits("reported", id)).isFalse();
            key(desk, null, "u");
            await("undone", () -> desk.text("#told").equals("Undone."));
            assertThat(waits("reported", id)).isTrue();
            desk.type("#note", "The minutes of May say otherwise.");
            key(desk, id, "8");
            await("rejected", () -> desk.text("#told").startsWith("Rejected."));
            await(
                    "it has left the page",
                    () -> site.page(thread).select("#c-" + id + " .gone").size() == 1);

            anotherReader(reader, rosa);
            visit(reader, "/account/comments");
            assertThat(reader.text("#c-" + id))
                    .contains("Not published", "Misleading or false", "The minutes of May say otherwise.");
            reader.follow("#c-" + id + " a[href$='/appeal']");
            reader.type("#appeal", "Read the minutes of April.");
            reader.follow("main form button");

            visit(desk, "/console/comments?kind=appealed");
            assertThat(desk.evaluate("return document.querySelectorAll(\"" + card(id) + "\").length")
                            .asInt())
                    .as("whoever decided is not asked again")
                    .isZero();
            visit(desk, "/console/comment?id=" + id);
            desk.follow("#approve");
            assertThat(desk.text(".problem")).contains("Another administrator decides");
            sound(desk);

            anotherReader(desk, second);
            visit(desk, "/console/comments?kind=appealed");
            assertThat(desk.text(card(id))).contains("Read the minutes of April.");
            desk.follow(card(id) + " [name='approve']");
            assertThat(desk.text("#told")).isEqualTo("Approved.");
            await(
                    "it is back",
                    () -> site.page(thread).select("#c-" + id + " .said").size() == 1);
            visit(reader, "/account/comments");
            assertThat(reader.text("#c-" + id)).contains("overturned");
            visit(desk, "/console/dashboard");
            assertThat(desk.text(".tiles")).contains("appeals overturned");
        }
    }

    @Test
    void decidesAboutManyAndAboutTheirAuthors() {
        empty("pending");
        Api author = Api.newReader(site);
        Talk talk = new Talk(author, SLUG);
        List<String> ids = new ArrayList<>();
        for (String text : List.of("FIRST OF ALL THE ROOF", "THEN ALL OF THE SWIFTS", "AND ALL OF THE SCHOOL")) {
            ids.add(site.json(talk.post(text + " COUNTS " + Api.newName().toUpperCase(Locale.ROOT), null))
                    .path("id")
                    .asText());
        }
        String second = secondAdministrator();
        try (Browser desk = Browser.open()) {
            desk.look(WIDE);
            logIn(desk, "admin", ServerProcess.ADMIN_PASSWORD, "/console/comments");
            visit(desk, "/console/comments");
            assertThat(desk.text(card(ids.get(0)))).contains("Mostly capital letters");
            Api colleague = Api.logIn(site, second, Api.PASSWORD);
            assertThat(Api.problem(
                            colleague.post(
                                    "/comments/" + ids.get(0) + "/decisions",
                                    Api.object().put("decision", "APPROVE")),
                            409))
                    .as("somebody else has it")
                    .isEqualTo("comment-taken");
            ids.forEach(id -> desk.click(card(id) + " [name='chosen']"));
            desk.follow("#reject");
            assertThat(desk.text(".problem")).contains("Choose a reason");
            assertThat(desk.evaluate("return document.querySelectorAll('[name=chosen]:checked').length")
                            .asInt())
                    .isEqualTo(3);
            desk.evaluate("document.getElementById('reason').value = 'spam'");
            desk.follow("#reject");
            assertThat(desk.text("#told")).startsWith("Rejected.");
            ids.forEach(id -> assertThat(state(author, id)).isEqualTo("REJECTED"));
            desk.follow("#undo");
            assertThat(desk.text("#told")).isEqualTo("Undone.");
            ids.forEach(id -> assertThat(state(author, id)).isEqualTo("PENDING"));

            // The count follows what others do, without another click.
            long before = Long.parseLong(desk.text("[data-count='pending']"));
            talk.post("ONE MORE OF THE MANY SWIFTS " + Api.newName().toUpperCase(Locale.ROOT), null);
            await("the count", () -> Long.parseLong(desk.text("[data-count='pending']")) > before);

            visit(desk, "/console/comment?id=" + ids.get(0));
            desk.follow("#mute");
            assertThat(desk.text(".problem")).contains("reason");
            desk.type("#why", "Shouting.");
            desk.follow("#mute");
            assertThat(desk.text("#told")).isEqualTo("Muted. They are told.");
            assertThat(Api.problem(talk.post("May I?", null), 403)).isEqualTo("commenter-muted");
            desk.follow("#unmute");
            desk.follow("#shadow");
            JsonNode shadowed = site.json(talk.post("Does anybody hear me?", null));
            assertThat(shadowed.path("state").asText()).isEqualTo("VISIBLE");
            String unseen = shadowed.path("id").asText();
            assertThat(state(author, unseen)).isEqualTo("VISIBLE");
            assertThat(new Talk(Api.anonymous(site), SLUG).ids("", 100)).doesNotContain(unseen);
            assertThat(Api.problem(Api.anonymous(site).get("/comments/" + unseen), 404))
                    .isEqualTo("not-found");
            desk.follow("#unshadow");
            desk.follow("#review-first");
            assertThat(site.json(talk.post("And now?", null)).path("state").asText())
                    .isEqualTo("PENDING");
            desk.follow("#trust");

            visit(desk, "/console/rules");
            desk.type("#banned", "swifts");
            desk.follow("#try-out");
            assertThat(desk.text("#tried")).contains("Tried on");
            sound(desk);
            desk.savePicture("moderation-rules");
            topicIsClosedAndOpened(desk, talk);
        } finally {
            clear(ids);
        }
    }

    private void topicIsClosedAndOpened(Browser desk, Talk talk) {
        String topic = talk.article().path("topic").asText();
        visit(desk, "/console/rules");
        desk.click("[name='closed'][value='" + topic + "']");
        desk.follow("#save-topics");
        assertThat(desk.text("#told")).isEqualTo("Saved.");
        try {
            assertThat(Api.problem(talk.post("Is it closed?", null), 409)).isEqualTo("conversation-closed");
            await(
                    "the page says so",
                    () -> !site.page(ARTICLE).select(".closed").isEmpty());
        } finally {
            visit(desk, "/console/rules");
            desk.click("[name='closed'][value='" + topic + "']");
            desk.follow("#save-topics");
        }
        await("it is open again", () -> site.page(ARTICLE).select(".closed").isEmpty());
        visit(desk, "/console/rules?article=" + SLUG);
        desk.click("[name='article-first']");
        desk.follow("#save-article");
        try {
            assertThat(site.json(talk.post("Who reads this first?", null))
                            .path("state")
                            .asText())
                    .isEqualTo("PENDING");
        } finally {
            desk.click("[name='article-first']");
            desk.follow("#save-article");
        }
    }

    /** Every case of the sanitiser's, where they are at hand, and some of our own: as comments, as a name, as links. */
    @Test
    void executesNothingThatPeopleWrite() throws IOException {
        String admin = register("x");
        makeAdministrator(admin);
        Api api = Api.logIn(site, admin, Api.PASSWORD);
        Talk talk = new Talk(api, "a-oficina-que-conserta-antes-de-vender");
        assertThat(api.patch("/accounts/me", Api.object().put("displayName", "<img src=x onerror=" + MARKER + "=1>"))
                        .statusCode())
                .isEqualTo(200);
        String first = talk.say(String.join("\n", OWN_CASES));
        List<String> cases = new ArrayList<>();
        for (Path file : cases()) {
            StreamSupport.stream(new ObjectMapper().readTree(file.toFile()).spliterator(), false)
                    .map(each -> each.path("payload").asText())
                    .filter(payload -> !payload.isBlank() && payload.length() < 4000)
                    .forEach(cases::add);
        }
        StringBuilder together = new StringBuilder();
        int posted = 0;
        for (String payload : cases) {
            String linked = payload + "\nhttps://example.org/" + payload + "\n";
            if (together.length() + linked.length() > 4500) {
                posted += talk.post(together.toString(), first).statusCode() == 201 ? 1 : 0;
                together.setLength(0);
            }
            together.append(linked, 0, Math.min(linked.length(), 4500));
        }
        if (!together.isEmpty()) {
            posted += talk.post(together.toString(), first).statusCode() == 201 ? 1 : 0;
        }
        assertThat(posted).isGreaterThanOrEqualTo(cases.isEmpty() ? 0 : 5);
        try (Browser browser = Browser.open()) {
            browser.look(WIDE);
            logIn(browser, admin, Api.PASSWORD, "/account");
            List<String> pages = List.of(
                    "/articles/" + talk.slug() + "/comments/" + first,
                    "/articles/" + talk.slug(),
                    "/account/comments",
                    "/comments/" + first + "/reply",
                    "/console/comment?id=" + first);
            for (String page : pages) {
                visit(browser, page);
                assertThat(browser.text("main")).as(page).contains("onerror");
                // What an event handler would do it has done when all pictures have failed; those further down wait.
                await(
                        "pictures",
                        () -> browser.evaluate("return [...document.images]"
                                        + ".every(image => image.complete || image.loading === 'lazy')")
                                .asBoolean());
                assertThat(browser.evaluate("return typeof window." + MARKER).asText())
                        .as(page)
                        .isEqualTo("undefined");
                assertThat(browser.evaluate("return document.querySelectorAll("
                                        + "'main :is([onerror], [onload], [onclick], [onfocus], iframe, object, embed),"
                                        + " main [href^=\"javascript:\" i]').length")
                                .asInt())
                        .as(page)
                        .isZero();
            }
        }
    }

    private static final List<String> OWN_CASES = List.of(
            "<script>" + MARKER + "=1</script>",
            "<img src=x onerror=" + MARKER + "=1>",
            "<svg/onload=" + MARKER + "=1>",
            "\"><script>" + MARKER + "=1</script>",
            "'\" autofocus onfocus=" + MARKER + "=1 x='",
            "</p></div><iframe srcdoc='<script>parent." + MARKER + "=1</script>'></iframe>",
            "javascript:" + MARKER + "=1",
            "https://example.org/\"onmouseover=\"" + MARKER + "=1",
            "https://example.org/'><script>" + MARKER + "=1</script>",
            "@<b onclick=" + MARKER + "=1>",
            "#{" + MARKER + "} ${" + MARKER + "} {{constructor.constructor('" + MARKER + "=1')()}}");

    private static List<Path> cases() throws IOException {
        try {
            return SharedData.files("sanitiser", "expect.json");
        } catch (TestAbortedException absent) {
            System.out.println("Only our own cases are put through: " + absent.getMessage());
            return List.of();
        }
    }

    private static void key(Browser desk, @Nullable String comment, String key) {
        String focus = comment == null ? "" : "document.querySelector(\"" + card(comment) + "\").focus();";
        desk.evaluate(focus + "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '" + key
                + "', bubbles: true, cancelable: true}))");
    }

    private static String card(String comment) {
        return ".case[data-id='" + comment + "']";
    }

    /** Pictures of a page as it is on a phone and in the dark. */
    private void pictures(Browser browser, String path, String name) {
        for (View view : List.of(new View("pt", 360, "light"), new View("en", 1440, "dark"))) {
            browser.look(view);
            visit(browser, path);
            assertThat(browser.overflow()).as("%s %s", path, view).isLessThanOrEqualTo(0);
            browser.savePicture(name + "-" + view);
        }
        browser.look(WIDE);
        visit(browser, path);
    }

    private String register(String displayName) {
        String username = Api.newName();
        assertThat(Api.anonymous(site)
                        .post("/accounts", Api.registration(username).put("displayName", displayName))
                        .statusCode())
                .isEqualTo(201);
        return username;
    }

    private String secondAdministrator() {
        String username = register("Second Administrator");
        makeAdministrator(username);
        return username;
    }

    private void makeAdministrator(String username) {
        Api admin = Api.admin(site);
        String id = admin.json("/accounts?q=" + username).at("/items/0/id").asText();
        assertThat(admin.patch("/accounts/" + id, Api.object().put("role", "ADMIN"))
                        .statusCode())
                .isEqualTo(200);
        administrators.add(id);
    }

    /** Other tests count on there being one. */
    @AfterEach
    void leaveOneAdministrator() {
        Api admin = Api.admin(site);
        for (String id : administrators) {
            assertThat(admin.patch("/accounts/" + id, Api.object().put("role", "READER"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Leaves nothing that would stand before what a test says. */
    private void empty(String kind) {
        Api admin = Api.admin(site);
        admin.json("/moderation/queue?limit=100&kind=" + kind)
                .path("items")
                .forEach(waiting -> admin.post(
                        "/comments/" + waiting.path("id").asText() + "/decisions",
                        Api.object().put("decision", "APPROVE")));
    }

    private void clear(List<String> ids) {
        Api admin = Api.admin(site);
        ids.forEach(id -> admin.post(
                "/comments/" + id + "/decisions",
                Api.object().put("decision", "REJECT").put("reason", "spam")));
    }

    private String state(Api author, String comment) {
        return author.json("/comments/" + comment).path("state").asText();
    }

    private boolean waits(String kind, String comment) {
        return StreamSupport.stream(
                        Api.admin(site)
                                .json("/moderation/queue?limit=100&kind=" + kind)
                                .path("items")
                                .spliterator(),
                        false)
                .anyMatch(waiting -> waiting.path("id").asText().equals(comment));
    }

    private void anotherReader(Browser browser, String username) {
        browser.forget();
        logIn(browser, username, Api.PASSWORD, "/account");
    }

    private void logIn(Browser browser, String username, String password, String next) {
        visit(browser, "/login?next=" + next.replace("?", "%3F"));
        browser.type("#username", username);
        browser.type("#password", password);
        browser.follow("main form button");
        assertThat(browser.address().getPath()).isEqualTo(URI.create(next).getPath());
    }

    private static void sound(Browser browser) {
        assertThat(browser.console()).as("console").isEmpty();
        assertThat(browser.accessibilityProblems()).as("accessibility").isEmpty();
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(condition);
    }

    private void visit(Browser browser, String path) {
        browser.visit(server.address().resolve(path));
    }
}
