package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ardina.system.Browser.View;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The reader site in a real browser, as it is seen, heard by a screen reader, and used with a keyboard. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final View WIDE = new View("en", 1440, "light");
    private static final View NARROW = new View("pt", 360, "light");

    /** Every two of language, width and colours meet in one of these. */
    private static final List<View> PAIRS =
            List.of(WIDE, NARROW, new View("pt", 1440, "dark"), new View("en", 360, "dark"));

    private static final List<View> OTHERS = List.of(
            new View("pt", 1440, "light"),
            new View("en", 360, "light"),
            new View("en", 1440, "dark"),
            new View("pt", 360, "dark"));

    /** What a page is not allowed to have, all in one. */
    private static final String BROKEN = "<!DOCTYPE html><html><head><title>Broken</title>"
            + "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">"
            + "<script>document.title = 'Script'</script><style>a { outline: none }</style></head>"
            + "<body><p style='color: #ccc; background: #fff'>Pale</p><img src='data:,'>"
            + "<a href='#a'>Invisible</a><div style='width: 5000px'>Wide</div></body></html>";

    private static final String FOCUSABLE = "[...document.querySelectorAll('a[href], button, input, [tabindex=\"0\"]')]"
            + ".filter(element => element.getClientRects().length)";

    private final ServerProcess server;
    private final Browser browser;

    BrowserIT(ServerProcess server) {
        this.server = server;
        this.browser = Browser.open();
        SitePages.prepare(server.site());
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void lookWidely() {
        browser.look(WIDE);
    }

    static Stream<Arguments> pagesAndViews() {
        return SitePages.all().stream()
                .flatMap(page -> Stream.concat(
                                PAIRS.stream(),
                                page.equals("/") || page.equals(SitePages.RICH) ? OTHERS.stream() : Stream.empty())
                        .map(view -> Arguments.of(page, view)));
    }

    @ParameterizedTest
    @MethodSource("pagesAndViews")
    void isSoundInEveryView(String page, View view) {
        browser.look(view);
        visit(page);
        JsonNode brokenPictures = browser.loadPictures();
        List<String> console = complaints(page);
        browser.savePicture(
                page.equals("/") ? "front-" + view : page.substring(1).replace('/', '-') + "-" + view);
        assertSoftly(softly -> {
            softly.assertThat(browser.evaluate("return document.documentElement.lang")
                            .asText())
                    .isEqualTo(view.language());
            softly.assertThat(console).as("console").isEmpty();
            softly.assertThat(browser.overflow()).as("overflow").isLessThanOrEqualTo(0);
            softly.assertThat(cutOff()).as("elements beyond the edge").isEmpty();
            softly.assertThat(brokenPictures)
                    .as("pictures of the site that did not load")
                    .isEmpty();
            softly.assertThat(browser.accessibilityProblems())
                    .as("accessibility")
                    .isEmpty();
        });
    }

    @Test
    void findsWhatIsWrong() {
        browser.visitMarkup(BROKEN);
        assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
        assertThat(browser.overflow()).isGreaterThan(3000);
        assertThat(browser.accessibilityProblems())
                .anyMatch(problem -> problem.startsWith("html-has-lang"))
                .anyMatch(problem -> problem.startsWith("image-alt"))
                .anyMatch(problem -> problem.startsWith("color-contrast"))
                .anyMatch(problem -> problem.startsWith("region"));
        browser.press(Keys.TAB);
        assertThat(focus().path("index").asInt()).isZero();
        assertThat(focus().path("visible").asBoolean()).isFalse();
    }

    @Test
    void followsTheColoursOfTheDevice() {
        visit("/");
        String light = background();
        browser.look(new View("en", 1440, "dark"));
        assertThat(background()).isNotEqualTo(light);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/latest"})
    void setsEveryHeadlineInItsDirection(String page) {
        visit(page);
        String direction = "return getComputedStyle(document.querySelector('%s').closest('h2, h3')).direction";
        assertThat(browser.evaluate(direction.formatted("a[href$=right-to-left]"))
                        .asText())
                .isEqualTo("rtl");
        assertThat(browser.evaluate(direction.formatted("a[href$=-bell]")).asText())
                .isEqualTo("ltr");
        assertThat(browser.evaluate("return [...document.querySelectorAll('.byline bdi')].length")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SitePages.RICH, SitePages.PICTURED, SitePages.MISSING})
    void isUsedWithTheKeyboardAlone(String page) {
        browser.look(page.equals("/") ? WIDE : NARROW);
        visit(page);
        int count = browser.evaluate("return " + FOCUSABLE + ".length").asInt();
        assertThat(count).isGreaterThan(10);
        List<String> lost = new ArrayList<>();
        for (int expected = 0; expected < count; expected++) {
            browser.press(Keys.TAB);
            JsonNode focus = focus();
            if (focus.path("index").asInt() != expected
                    || !focus.path("visible").asBoolean()
                    || !focus.path("inWindow").asBoolean()) {
                lost.add("at " + expected + ": " + focus);
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1440})
    void skipsToTheContent(int width) {
        browser.look(new View("en", width, "light"));
        visit("/");
        browser.press(Keys.TAB);
        JsonNode link = focus();
        assertThat(link.path("text").asText()).isEqualTo("Skip to content");
        assertThat(link.path("inWindow").asBoolean()).isTrue();
        browser.press(Keys.ENTER);
        assertThat(browser.address().getFragment()).isEqualTo("content");
        browser.press(Keys.TAB);
        assertThat(browser.evaluate("return document.querySelector('main').contains(document.activeElement)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void needsNoScript() {
        visit("/");
        byte[] withScripts = browser.picture();
        browser.allowScripts(false);
        try {
            browser.visitMarkup("<title>off</title><script>document.title='on'</script>");
            assertThat(browser.title()).as("scripts are off").isEqualTo("off");
            visit("/");
            assertThat(browser.picture()).isEqualTo(withScripts);
            browser.click("main h2 a");
            assertThat(browser.address().getPath()).startsWith("/articles/");
            browser.click(".topics a[href^='/topics/']");
            assertThat(browser.address().getPath()).startsWith("/topics/");
        } finally {
            browser.allowScripts(true);
        }
    }

    @Test
    void registersAndLogsInAndOutWithoutScripts() {
        String name = Api.newName();
        browser.allowScripts(false);
        try {
            visit("/register");
            browser.type("#username", name);
            browser.type("#display-name", "Rosa Maria");
            browser.type("#email", name + "@example.org");
            browser.type("#password", "short");
            browser.follow("main .form button");
            assertThat(browser.text("#password-problem")).startsWith("A password has 8");
            assertThat(browser.text("h1")).isEqualTo("Register");
            browser.type("#password", Api.PASSWORD);
            browser.follow("main .form button");
            assertThat(browser.text("h1")).isEqualTo("Your account");
            assertThat(browser.text(".masthead .reader")).isEqualTo("Rosa Maria");
        } finally {
            browser.allowScripts(true);
        }
        for (View view : PAIRS) {
            browser.look(view);
            visit("/account");
            browser.savePicture("account-" + view);
            assertThat(browser.accessibilityProblems()).as(view.toString()).isEmpty();
            assertThat(browser.overflow()).isLessThanOrEqualTo(0);
            assertThat(cutOff()).isEmpty();
        }
        browser.allowScripts(false);
        try {
            browser.look(WIDE);
            visit("/account");
            browser.follow("form[action='/logout'] button");
            assertThat(browser.address().getPath()).isEqualTo("/");
            visit("/account");
            assertThat(browser.address().getPath()).isEqualTo("/login");
            browser.type("#username", name);
            browser.type("#password", Api.PASSWORD);
            browser.follow("main .form button");
            assertThat(browser.address().getPath()).isEqualTo("/account");
            browser.follow("form[action='/logout'] button");
        } finally {
            browser.allowScripts(true);
        }
    }

    private void visit(String page) {
        browser.visit(server.address().resolve(page));
    }

    /** What the console says, less that a page which is not there was answered with 404 and that the internet is away. */
    private List<String> complaints(String page) {
        String site = server.address().toString();
        return browser.console().stream()
                .filter(line -> !(page.equals(SitePages.MISSING) && line.contains(page) && line.contains("404")))
                .filter(line -> !line.contains("Failed to load resource") || line.contains(site))
                .toList();
    }

    private String background() {
        return browser.evaluate("return getComputedStyle(document.body).backgroundColor")
                .asText();
    }

    /** Texts and pictures that stand out of the window sideways, other than in places that scroll. */
    private JsonNode cutOff() {
        return browser.evaluate("const places = element => { for (let e = element; e; e = e.parentElement) {"
                + "  if (['auto', 'scroll'].includes(getComputedStyle(e).overflowX)) return true; } return false; };"
                + "return [...document.body.querySelectorAll('*')].filter(element => {"
                + "  const box = element.getBoundingClientRect();"
                + "  return box.width && !element.matches('.skip') && (box.right > window.innerWidth + 1 || box.left < -1)"
                + "    && !places(element);"
                + "}).map(element => element.outerHTML.slice(0, 120))");
    }

    /** Where the keyboard is: the place among all that can be reached, whether that is shown, and within the window. */
    private JsonNode focus() {
        return browser.evaluate("const element = document.activeElement, style = getComputedStyle(element),"
                + " box = element.getBoundingClientRect();"
                + "return { index: " + FOCUSABLE + ".indexOf(element), text: element.textContent.trim().slice(0, 80),"
                + "  visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,"
                + "  inWindow: box.bottom > 0 && box.top < window.innerHeight && box.right > 0"
                + "    && box.left < window.innerWidth };");
    }
}
