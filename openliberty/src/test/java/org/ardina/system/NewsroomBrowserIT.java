package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.ardina.system.Browser.View;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebDriverException;

/** A story's way in a real browser: from somebody who registers to a page that is read, corrected and archived. */
@ExtendWith(SharedServer.class)
class NewsroomBrowserIT {

    private static final View WIDE = new View("en", 1440, "light");

    private final ServerProcess server;

    NewsroomBrowserIT(ServerProcess server) {
        this.server = server;
    }

    @Test
    void leadsFromARegistrationToThePaperAndTheArchive() {
        String username = Api.newName();
        String headline = "The ferry " + username + " sails again";
        try (Browser writer = Browser.open();
                Browser desk = Browser.open()) {
            writer.look(WIDE);
            desk.look(WIDE);

            visit(writer, "/register");
            writer.type("#username", username);
            writer.type("#email", username + "@example.org");
            writer.type("#display-name", "Ana Reis");
            writer.type("#password", Api.PASSWORD);
            writer.follow("main form button");
            visit(writer, "/account");
            writer.type("#motivation", "I know the harbour.");
            writer.follow("form[action$='writer-request'] button");

            logIn(desk, "admin", ServerProcess.ADMIN_PASSWORD, "/console/accounts?request=pending");
            visit(desk, "/console/accounts?request=pending&q=" + username);
            desk.follow("#rows a");
            assertThat(desk.text(".said")).isEqualTo("I know the harbour.");
            desk.type("#reason", "Welcome.");
            desk.follow("#approve");
            assertThat(told(desk, "#told")).isEqualTo("This person writes for the paper now.");

            // Another role ends all sessions.
            logIn(writer, username, Api.PASSWORD, "/console/write");
            await("the editor", () -> isReady(writer));
            writer.type("#headline", headline);
            writer.type("#standfirst", "Boats cross the river from Monday on.");
            writer.add(".ql-editor", "The first boat left at four hundred knots.");
            writer.savePicture("newsroom-writing");
            writer.follow("#submit");
            assertThat(told(writer, "#told")).isEqualTo("Handed in for review.");
            sound(writer);

            visit(desk, "/console/review");
            follow(desk, headline);
            desk.evaluate("getSelection().selectAllChildren(document.querySelector('.manuscript p:last-child'))");
            desk.click("#add-passage");
            desk.type(".passage textarea", "Surely four.");
            desk.type("#note", "Look it up.");
            desk.savePicture("newsroom-returning");
            desk.follow("#return");
            assertThat(told(desk, "#told")).isEqualTo("Returned to its writer.");
            sound(desk);

            visit(writer, "/console/mine");
            assertThat(writer.text("#rows")).contains("Look it up.");
            follow(writer, headline);
            await("the editor", () -> isReady(writer));
            assertThat(writer.text(".trail"))
                    .contains("Surely four.")
                    .contains("The first boat left at four hundred knots.");
            writer.evaluate("PF('rich').editor.setText('');");
            writer.add(".ql-editor", "The first boat left at four knots.");
            writer.savePicture("newsroom-correcting");
            writer.follow("#submit");
            assertThat(told(writer, "#told")).isEqualTo("Handed in for review.");

            visit(desk, "/console/review");
            follow(desk, headline);
            desk.follow("#approve");
            assertThat(told(desk, "#told")).isEqualTo("Approved.");
            await("the front page has it", () -> {
                visit(writer, "/");
                return writer.text("main").contains(headline);
            });
            writer.follow("main a[href*='" + username + "']");
            URI published = writer.address();
            assertThat(writer.text("main")).contains("The first boat left at four knots.");

            visit(writer, "/console/mine");
            follow(writer, headline);
            await("the editor", () -> isReady(writer));
            writer.type("#correction", "It was five knots.");
            writer.evaluate("PF('rich').editor.setText('');");
            writer.add(".ql-editor", "The first boat left at five knots.");
            writer.follow("#save");
            visit(writer, published.getPath());
            assertThat(writer.text("main")).contains("four knots").doesNotContain("five knots");

            visit(desk, "/console/review");
            follow(desk, headline);
            assertThat(desk.text(".change del")).isEqualTo("four");
            assertThat(desk.text(".change ins")).isEqualTo("five");
            desk.savePicture("newsroom-comparing");
            sound(desk);
            desk.follow("#approve");
            await("readers see the correction", () -> {
                visit(writer, published.getPath());
                return writer.text("main").contains("It was five knots.");
            });

            visit(desk, "/console/articles?state=APPROVED");
            follow(desk, headline);
            desk.follow("#archive");
            assertThat(told(desk, "#told")).isEqualTo("Archived.");
            await("readers do not find it any more", () -> server.site().status(published.getPath()) != 200);
        }
    }

    private void logIn(Browser browser, String username, String password, String next) {
        visit(browser, "/login?next=" + next.replace("?", "%3F"));
        browser.type("#username", username);
        browser.type("#password", password);
        browser.follow("main form button");
        assertThat(browser.address().getPath()).isEqualTo(URI.create(next).getPath());
    }

    /** Opens the article with that headline, out of a table. */
    private static void follow(Browser browser, String headline) {
        String marked = browser.evaluate(
                        "const link = [...document.querySelectorAll('#rows a')].find(a => a.textContent === \""
                                + headline + "\"); if (link) link.id = 'wanted'; return link ? 'wanted' : ''")
                .asText();
        assertThat(marked).as("%s in %s", headline, browser.text("#rows")).isEqualTo("wanted");
        browser.follow("#wanted");
    }

    private static boolean isReady(Browser browser) {
        return browser.evaluate("return document.documentElement.dataset.ready || ''")
                .asText()
                .equals("true");
    }

    private static void sound(Browser browser) {
        List<String> console = browser.console();
        assertThat(console).as("console").isEmpty();
        assertThat(browser.accessibilityProblems()).as("accessibility").isEmpty();
    }

    /** What the page that comes says in that place. */
    private static String told(Browser browser, String selector) {
        await(selector + " says something", () -> !browser.text(selector).isBlank());
        return browser.text(selector);
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
