package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.ardina.system.Browser.View;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
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
    void leadsFromARegistrationToThePaperAndTheArchive(@TempDir Path folder) throws IOException {
        String username = Api.newName();
        String headline = "The ferry " + username + " sails again à praça";
        try (Browser writer = Browser.open();
                Browser desk = Browser.open()) {
            writer.look(WIDE);
            desk.look(WIDE);

            visit(writer, "/register");
            writer.type("#username", username);
            writer.type("#email", username + "@example.org");
            writer.type("#display-name", "Ana Conceição");
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
            addPictures(writer, folder);
            addTableAndVideo(writer);
            sound(writer);
            writer.savePicture("newsroom-writing");
            writer.follow("#submit");
            // The picture over the article is not described.
            assertThat(told(writer, "#told")).startsWith("Saved");
            assertThat(writer.text(".findings")).contains("The picture over the article has no alternative text.");
            await("the editor", () -> isReady(writer));
            assertThat(writer.text(".ql-editor")).contains("Cork", "The quay at noon");
            writer.type("#alternative", "A ferry on the river");
            writer.follow("#submit");
            assertThat(told(writer, "#told")).isEqualTo("Handed in for review.");
            sound(writer);

            visit(desk, "/console/review");
            follow(desk, headline);
            desk.evaluate("getSelection().selectAllChildren([...document.querySelectorAll('.manuscript p')]"
                    + ".find(line => line.textContent.includes('four hundred')))");
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
            replace(writer, "four hundred knots", "four knots");
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
            assertShowsPictures(writer);
            assertPlaysWhenAsked(writer);

            visit(writer, "/console/mine");
            follow(writer, headline);
            await("the editor", () -> isReady(writer));
            writer.type("#correction", "It was five knots.");
            replace(writer, "four knots", "five knots");
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

    /** One over the article by its button, one dropped into the text; something else is refused and changes nothing. */
    private static void addPictures(Browser writer, Path folder) throws IOException {
        Path noPicture = Files.writeString(folder.resolve("notes.jpg"), "no picture");
        writer.choose("#lead-file", noPicture);
        await("the refusal", () -> writer.text("#lead-uploads .problem").contains("Save it as JPEG, PNG or GIF."));
        assertThat(writer.text(".ql-editor")).contains("four hundred knots");
        writer.click("#lead-uploads .problem button");
        // The browser notes that the request was refused, and nothing else.
        assertThat(writer.console()).allMatch(line -> line.contains("/api/v1/pictures"));
        Path picture = folder.resolve("ferry.png");
        assertThat(ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", picture.toFile()))
                .isTrue();
        writer.choose("#lead-file", picture);
        await("the picture over the article", () -> value(writer, "#picture").startsWith("/media/"));

        writer.evaluate("const canvas = document.createElement('canvas'); canvas.width = 700; canvas.height = 500;"
                + "const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1]), c => c.charCodeAt(0));"
                + "const files = new DataTransfer(); files.items.add(new File([bytes], 'quay.png', {type: 'image/png'}));"
                + "const line = document.querySelector('.ql-editor p'); const place = line.getBoundingClientRect();"
                + "line.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: files,"
                + "clientX: place.x + 20, clientY: place.y + 5}))");
        await("the dialog", () -> isOpen(writer, "picture"));
        writer.savePicture("newsroom-picture");
        assertThat(writer.accessibilityProblems()).as("accessibility").isEmpty();
        writer.type("#picture-alternative", "Steps down to the water");
        writer.type("#picture-caption", "The quay at noon");
        writer.type("#picture-credit", "Ana Conceição");
        writer.press(Keys.ENTER);
        await(
                "the caption",
                () -> !isOpen(writer, "picture") && writer.text(".ql-editor").contains("The quay at noon"));
    }

    private static void addTableAndVideo(Browser writer) {
        writer.click("#add-table");
        writer.add("#table-cells", "Port | Boats\nCork | 4\nCobh | 2");
        writer.savePicture("newsroom-table");
        writer.click("#table-dialog .main");
        await("the table", () -> writer.text(".ql-editor table").contains("Cobh"));
        writer.click("#add-embed");
        writer.type("#embed-address", "https://elsewhere.example/video");
        writer.click("#embed-dialog .main");
        assertThat(writer.text("#embed-dialog .problem")).contains("YouTube");
        writer.type("#embed-address", "https://youtu.be/aqz-KE-bpKQ");
        writer.type("#embed-title", "The river from above");
        writer.click("#embed-dialog .main");
        await("the video", () -> writer.text(".ql-editor").contains("The river from above"));
    }

    /** They come from this site, as WebP where there is that, and their place is kept before they are there. */
    private static void assertShowsPictures(Browser reader) {
        assertThat(reader.loadPictures()).isEmpty();
        assertThat(reader.evaluate("return [...document.querySelectorAll('.main-picture img, .body picture img')]"
                                + ".map(image => [image.alt, new URL(image.currentSrc).pathname.split('.').pop(),"
                                + " image.getAttribute('width'), image.getAttribute('height')].join(' '))")
                        .toString())
                .isEqualTo("[\"A ferry on the river webp 1200 800\",\"Steps down to the water webp 700 500\"]");
        assertThat(reader.text(".body figure:not(.embed) figcaption")).isEqualTo("The quay at noon Ana Conceição");
        assertThat(reader.text(".body table")).contains("Cobh 2");
        reader.savePicture("newsroom-published");
    }

    private static void assertPlaysWhenAsked(Browser reader) {
        assertThat(reader.evaluate("return document.querySelectorAll('iframe').length")
                        .asInt())
                .isZero();
        reader.click(".embed a");
        assertThat(reader.evaluate("return document.querySelector('.embed iframe').src")
                        .asText())
                .startsWith("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ");
        assertThat(reader.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }

    /** Writes other words in the text, as somebody who selects these and types. */
    private static void replace(Browser writer, String words, String others) {
        writer.evaluate("const editor = PF('rich').editor; const all = editor.getContents().ops.map(op =>"
                + " typeof op.insert === 'string' ? op.insert : '\\u0000').join(''); const at = all.indexOf('" + words
                + "'); editor.setSelection(at, " + words.length() + ");");
        writer.add(".ql-editor", others);
        await("the other words", () -> value(writer, "#body").contains(others));
    }

    private static String value(Browser browser, String selector) {
        return browser.evaluate("return document.querySelector('" + selector + "').value")
                .asText();
    }

    private static boolean isOpen(Browser browser, String dialog) {
        return browser.evaluate("return document.getElementById('" + dialog + "-dialog').open")
                .asBoolean();
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
