package org.ardina.system;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium, and what can be asked of the page that it shows. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEIGHT = 900;
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            // Pages refer to pictures elsewhere; no test asks the internet for them.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

    /** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. */
    private static final List<String> ACCESSIBILITY_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private final ChromeDriver driver;
    private final String axe;

    private Browser(ChromeDriver driver, String axe) {
        this.driver = driver;
        this.axe = axe;
    }

    /** How a page is looked at. */
    record View(String language, int width, String colours) {

        @Override
        public String toString() {
            return language + "-" + width + "-" + colours;
        }
    }

    /** Starts a browser; where there is none the test is skipped, on a build server it fails. */
    static Browser open() {
        Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<File> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String missing = "Chromium and its driver are not on the path; on Debian: apt-get install chromium "
                    + "chromium-driver";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(missing);
            }
            abort(missing);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + TestDirectory.make("browser"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30)).scriptTimeout(Duration.ofSeconds(30));
        driver.executeCdpCommand("Network.enable", Map.of());
        return new Browser(driver, axeScript());
    }

    void look(View view) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", view.width() < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", view.colours()),
                                // Scrolling takes no time, so that what is in the window can be asked at once.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.executeCdpCommand(
                "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", view.language())));
    }

    void allowScripts(boolean allowed) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** Opens a page, and forgets what the console said of the one before. */
    void visit(URI address) {
        console();
        driver.get(address.toString());
    }

    /** Forgets who is logged in. */
    void forget() {
        driver.manage().deleteAllCookies();
    }

    /** Opens a page that is not on any server. */
    void visitMarkup(String html) {
        visit(URI.create("data:text/html;charset=utf-8,"
                + URLEncoder.encode(html, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    /** Loads the pictures that wait until somebody scrolls to them, and returns those of this site that do not load. */
    JsonNode loadPictures() {
        Object broken = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "const images = [...document.images]; images.forEach(image => image.loading = 'eager');"
                + "Promise.allSettled(images.map(image => image.decode())).then(() => done(JSON.stringify("
                + "  images.filter(image => image.src.startsWith(location.origin) && !image.naturalWidth)"
                + "    .map(image => image.src))));");
        return parse(String.valueOf(broken));
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Clicks on what leads to another page, and waits for that: a browser that is busy goes there a little later. */
    void follow(String selector) {
        WebElement page = driver.findElement(By.cssSelector("html"));
        click(selector);
        Awaitility.await(selector + " leads to another page")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isGone(page));
    }

    /** A driver that is asked in the midst of a change of pages has other errors than that of a stale element. */
    private static boolean isGone(WebElement element) {
        try {
            element.getTagName();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    /** Writes into a field, in the place of what is there. */
    void type(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Writes where the field, or the text that can be edited, already has something. */
    void add(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    /** Chooses the file to be sent. */
    void choose(String selector, Path file) {
        add(selector, file.toAbsolutePath().toString());
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    /** What the console said since this was last asked: failed requests, refused content, defects of scripts. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    /** What axe finds to be wrong: the rule and the first element that breaks it. */
    List<String> accessibilityProblems() {
        driver.executeScript(axe);
        String options = "{\"runOnly\":{\"type\":\"tag\",\"values\":[\"" + String.join("\",\"", ACCESSIBILITY_RULES)
                + "\"]},\"resultTypes\":[\"violations\"]}";
        Object result = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        + "axe.run(document, JSON.parse(arguments[0]))"
                        + ".then(result => done(JSON.stringify(result)), error => done(JSON.stringify({error: '' + error})));",
                options);
        JsonNode report = parse(String.valueOf(result));
        List<String> problems = new ArrayList<>();
        if (report.path("passes").size() + report.path("inapplicable").size() == 0) {
            problems.add("axe could not run: " + report);
        }
        for (JsonNode violation : report.path("violations")) {
            problems.add(violation.path("id").asText() + ": "
                    + violation.path("help").asText() + ": "
                    + violation.path("nodes").path(0).path("html").asText());
        }
        return problems;
    }

    /** By how many pixels the page is wider than its window. */
    int overflow() {
        return evaluate("return document.documentElement.scrollWidth - window.innerWidth")
                .asInt();
    }

    /** Presses a key where the keyboard is. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** The value of a function body, as JSON. */
    JsonNode evaluate(String function) {
        return parse(String.valueOf(
                driver.executeScript("return JSON.stringify((function () {" + function + "})() ?? null)")));
    }

    /** A picture of the whole page. */
    byte[] picture() {
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    void savePicture(String name) {
        try {
            Path folder = Files.createDirectories(
                    Path.of(System.getProperty("ardina.test.directory")).resolve("screenshots"));
            Files.write(folder.resolve(name + ".png"), picture());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<File> onPath(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(names)
                .flatMap(name ->
                        Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    private static String axeScript() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(json, notJson);
        }
    }
}
