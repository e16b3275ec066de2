package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader without an account and without JavaScript meets. */
@ExtendWith(SharedServer.class)
class ReaderSiteIT {

    private final NewsSite site;

    ReaderSiteIT(NewsSite site) {
        this.site = site;
    }

    @Test
    void leadsFromTheFrontPageToEveryKindOfPage() {
        Document front = site.page("/");
        assertThat(front.select("main article")).hasSizeGreaterThan(5);
        String article = firstLink(front, "/articles/");
        Document page = site.page(article);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main p")).isNotEmpty();
        assertThat(page.select("script[type=application/ld+json]").html()).contains("NewsArticle");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(article);
        assertThat(site.page(firstLink(page, "/authors/")).select("main article"))
                .isNotEmpty();
        assertThat(site.page(firstLink(page, "/topics/")).select("main article"))
                .isNotEmpty();
        assertThat(site.page("/latest").select("main article")).isNotEmpty();
        assertThat(site.page("/topics").select("main a[href^=/topics/]")).isNotEmpty();
    }

    @Test
    void linksToNothingThatIsNotThere() {
        Set<String> seen = new HashSet<>();
        for (String start : List.of("/", "/latest", "/topics")) {
            for (Element element : site.page(start).select("[href^=/], [src^=/]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (seen.add(link)) {
                    assertThat(site.status(link)).as(link).isIn(200, 303);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({"en-GB;q=0.3,en", "pt-BR,pt", "fr,en"})
    void speaksTheReadersLanguage(String accepted, String spoken) {
        HttpResponse<String> response = site.get("/", "Accept-Language", accepted);
        assertThat(Jsoup.parse(response.body()).select("html").attr("lang")).startsWith(spoken);
        assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @Test
    void sendsBrotliOfWhatIsOftenAskedForAndNothingThatTheBrowserHas() {
        String tag = site.get("/latest", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        Awaitility.await("a page in Brotli")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> site.get("/latest", "Accept-Encoding", "gzip, br")
                        .headers()
                        .firstValue("Content-Encoding")
                        .equals(Optional.of("br")));
        HttpResponse<String> known = site.get("/latest", "Accept-Encoding", "gzip, br", "If-None-Match", tag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void remembersAChosenLanguage() {
        HttpResponse<String> choice = site.get("/latest?lang=pt", "Accept-Language", "en");
        assertThat(choice.statusCode()).isEqualTo(303);
        assertThat(choice.headers().firstValue("Location")).contains("/latest");
        String cookie = choice.headers().firstValue("Set-Cookie").orElseThrow();
        HttpResponse<String> page =
                site.get("/latest", "Accept-Language", "en", "Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).startsWith("pt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/latest", "/topics", "/topics/city"})
    void sendsPagesThatNeedNoCookieAndAreCheckedCheaply(String path) {
        HttpResponse<String> page = site.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).isPresent();
        assertThat(page.headers().firstValue("Cache-Status").orElse("")).startsWith("ardina");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = site.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void compressesPages() {
        HttpResponse<String> page = site.get("/", "Accept-Encoding", "gzip");
        assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    /** The first answer of a new connection arrives at once up to about this size (RFC 6928: ten segments). */
    private static final int HEAVIEST_PAGE = 14 * 1024;

    private static final int HEAVIEST_SCRIPTS = 15 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void sendsPagesThatArriveAtOnce(String language) {
        Set<String> pages = new HashSet<>(List.of(
                "/", "/latest", "/topics", "/popular", "/search", "/search?q=harbour", "/newsletter", "/login"));
        for (String kind : List.of("/articles/", "/topics/", "/authors/")) {
            for (String start : List.of("/", "/latest")) {
                site.page(start).select("main a[href^=" + kind + "]").forEach(link -> pages.add(link.attr("href")));
            }
        }
        assertThat(pages).hasSizeGreaterThan(15);
        for (String page : pages) {
            assertThat(site.weight(page, language)).as(page).isLessThan(HEAVIEST_PAGE);
            int scripts = site.page(page).select("script[src]").stream()
                    .mapToInt(script -> site.weight(script.attr("src"), language))
                    .sum();
            assertThat(scripts).as("scripts of " + page).isLessThan(HEAVIEST_SCRIPTS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing,404",
        "/articles/no-such-article,404",
        "/articles/No_Slug,404",
        "/authors/nobody,404",
        "/topics/nothing,404",
        "/latest?cursor=nonsense,400",
        "/assets/none.css,404",
        "/articles/a/b,404"
    })
    void saysPlainlyWhatIsNotThere(String path, int status) {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("a[href=/]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void saysPlainlyWhatCannotBeDone(String method) {
        for (String path : List.of("/", "/latest", "/assets/none.css")) {
            HttpResponse<String> response = site.send(
                    site.request(path).method(method, BodyPublishers.noBody()).build());
            assertThat(response.statusCode()).as(path).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).as(path).contains("GET, HEAD, OPTIONS");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .isPresent();
            assertThat(Jsoup.parse(response.body()).select("main h1").text())
                    .as(path)
                    .isNotBlank();
        }
    }

    @Test
    void gathersNoRequestUnderAnotherOnesId() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(site.get("/latest").headers().firstValue("X-Request-Id").orElseThrow());
        }
        assertThat(ids).hasSize(20);
    }

    private static String firstLink(Document page, String prefix) {
        Element link = page.selectFirst("main a[href^=" + prefix + "]");
        assertThat(link).as("a link to " + prefix).isNotNull();
        return link.attr("href");
    }
}
