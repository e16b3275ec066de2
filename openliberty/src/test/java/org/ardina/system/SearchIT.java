package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching the demonstration edition, by page and by API, rightly and wrongly. */
@ExtendWith(SharedServer.class)
class SearchIT {

    private static final String FERRY = "the-last-ferry-still-waits-for-the-bell";

    private final NewsSite site;
    private final SearchPages search;

    SearchIT(NewsSite site) {
        this.site = site;
        this.search = new SearchPages(site);
    }

    @BeforeEach
    void prepare() {
        SitePages.prepare(site);
        search.awaitComplete();
    }

    @Test
    void isOfferedOnEveryPage() {
        for (String path : List.of("/", "/latest", "/topics/city", "/articles/" + FERRY, "/login")) {
            Element form = site.page(path).select("header form[role=search]").first();
            assertThat(form).as(path).isNotNull();
            assertThat(form.attr("action")).isEqualTo("/search");
            assertThat(form.select("input[name=q]")).hasSize(1);
        }
    }

    @Test
    void findsAndMarksWords() {
        Document page = search.page("ferries bell");
        Element first = page.select(".found .story").first();
        assertThat(first).isNotNull();
        assertThat(first.select("h2 a").attr("href")).isEqualTo("/articles/" + FERRY);
        assertThat(first.select("h2 mark").eachText()).containsExactly("ferry", "bell");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("link[rel=canonical]")).isEmpty();
        assertThat(page.select("input[name=q]").val()).isEqualTo("ferries bell");
        assertThat(page.select("input[name=q]")).hasSize(1);
    }

    @Test
    void escapesWhatIsSearchedForAndWhatIsFound() {
        Document page = search.page("\"><script>alert(1)</script>");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("input[name=q]").val()).isEqualTo("\"><script>alert(1)</script>");
    }

    @Test
    void narrowsDownByWhatItOffers() {
        Document page = site.page("/search?q=the");
        int all = SearchPages.count(page);
        assertThat(all).isGreaterThan(5);
        List<Element> offers = page.select(".facets li");
        assertThat(offers).hasSizeGreaterThan(4);
        for (Element offer : offers) {
            Document narrowed = site.page(offer.select("a").attr("href"));
            assertThat(SearchPages.count(narrowed))
                    .as(offer.text())
                    .isEqualTo(Integer.parseInt(offer.select("span").text()));
            assertThat(narrowed.select(".chosen a")).hasSize(1);
            assertThat(SearchPages.count(site.page(narrowed.select(".chosen a").attr("href"))))
                    .isEqualTo(all);
        }
    }

    @Test
    void leafsThroughAllResults() {
        List<String> seen = new ArrayList<>();
        String next = "/search?q=the";
        int all = search.count("the");
        while (!next.isEmpty()) {
            Document page = site.page(next);
            seen.addAll(page.select(".found .story h2 a").eachAttr("href"));
            next = page.select(".pages [rel~=next]").attr("href");
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(all);
        assertThat(site.page("/search?q=the&page=90").select(".found .nothing")).isNotEmpty();
    }

    @Test
    void helpsWhereNothingIsFound() {
        Document page = search.page("ferri bel xqzzt");
        assertThat(page.select(".found").text()).contains("No story");
        Document misspelled = search.page("feryr");
        assertThat(misspelled.select(".suggestion a").text()).isEqualTo("ferry");
        assertThat(SearchPages.count(
                        site.page(misspelled.select(".suggestion a").attr("href"))))
                .isPositive();
    }

    @Test
    void findsPortugueseWithAndWithoutAccents() {
        assertThat(search.slugs("oficina conserta vender", 1))
                .containsExactly("a-oficina-que-conserta-antes-de-vender");
        Document page = site.page("/articles/a-oficina-que-conserta-antes-de-vender");
        String accented = page.select(".body").text().replaceAll("(?s).*?\\b(\\p{L}*[çãõéáíóú]\\p{L}{3,})\\b.*", "$1");
        String plain = Normalizer.normalize(accented, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        assertThat(plain).isNotEqualTo(accented);
        for (String word : List.of(plain, accented)) {
            assertThat(search.slugs("oficina conserta " + word, 1))
                    .containsExactly("a-oficina-que-conserta-antes-de-vender");
            Document found = search.page("oficina conserta " + word);
            assertThat(found.select("input[name=q]").val()).isEqualTo("oficina conserta " + word);
            assertThat(found.select(".found .story h2 a").attr("href"))
                    .isEqualTo("/articles/a-oficina-que-conserta-antes-de-vender");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Search", "pt-BR, Pesquisa"})
    void speaksTheReadersLanguage(String language, String title) {
        HttpResponse<String> page = site.get("/search", "Accept-Language", language);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).select("h1").text()).isEqualTo(title);
        assertThat(page.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @Test
    void keepsTheSearchWhenAnotherLanguageIsChosen() {
        String choice = site.page("/search?q=ferry+bell&topic=city")
                .select("a.language")
                .attr("href");
        HttpResponse<String> answer = site.get(choice);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/search?q=ferry+bell&topic=city");
    }

    @Test
    void isKeptForMomentsOnly() {
        String path = SearchPages.path("ferry " + System.nanoTime());
        HttpResponse<String> first = site.get(path);
        assertThat(first.headers().firstValue("Cache-Status")).hasValue("ardina; fwd=uri-miss; stored");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("public, max-age=5");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<String> personal =
                site.get(path, "Cookie", "session=" + Api.newReader(site).token());
        assertThat(personal.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(personal.body()).contains("/logout");
        assertThat(site.get(path).body()).doesNotContain("/logout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-13-01",
                "to=yesterday",
                "from=2026-02-02&to=2026-02-01",
                "page=0",
                "page=-1",
                "page=x",
                "page=102",
                "page=1000000000",
                "page=99999999999999999999",
                "topic=Not%20a%20slug",
                "author=%3Cb%3E"
            })
    void tellsWhatIsWrong(String query) {
        HttpResponse<String> answer = site.get("/search?q=ferry&" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert]").text()).isNotBlank();
        assertThat(page.select("input[name=q]").val())
                .as("nothing typed is lost")
                .isEqualTo("ferry");
    }

    @Test
    void refusesEndlessText() {
        HttpResponse<String> answer = site.get(SearchPages.path("ferry ".repeat(1700)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text()).contains("500 characters");
        assertThat(Api.problem(site.get("/api/v1/articles?q=" + "x".repeat(6000)), 400))
                .isEqualTo("query-too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "?",
                "a*",
                "*:*",
                "[* TO *]",
                "\"",
                "\"\"\"",
                "\\",
                "~",
                "ferry AND (",
                "/.*/",
                "\u0000",
                "\u0007\u001b",
                "\ud83d\ude00",
                "topic:city",
                "$ne",
                "{}",
                "' OR 1=1 --",
                "%",
                "&&",
                "-",
                "😀 😀"
            })
    void takesAnythingForText(String text) {
        HttpResponse<String> page = site.get(SearchPages.path(text));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(site.get("/api/v1/articles?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
    }

    /** The server reads some of them as they are, and others not at all. */
    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%2", "a%ff%fe", "%c0%af"})
    void answersABrokenAddress(String text) {
        assertThat(site.rawGet("/search?q=" + text)).containsPattern("^HTTP/1.1 (200|400) ");
        assertThat(site.rawGet("/api/v1/articles?q=" + text)).containsPattern("^HTTP/1.1 (200|400) ");
    }

    @Test
    void findsNothingInAnUnknownTopic() {
        Document page = site.page("/search?q=ferry&topic=no-such-topic");
        assertThat(SearchPages.count(page)).isZero();
        assertThat(page.select(".chosen a").attr("href")).isEqualTo("/search?q=ferry");
    }

    @Test
    void searchesThroughTheApi() {
        JsonNode found = site.json(site.get("/api/v1/articles?q=ferry+bell&limit=1"));
        JsonNode article = found.path("items").get(0);
        assertThat(article.path("slug").asText()).isEqualTo(FERRY);
        JsonNode listed = site.json(site.get("/api/v1/articles/" + FERRY));
        for (String field : List.of(
                "id", "headline", "standfirst", "topic", "authors", "language", "state", "publishedAt", "updatedAt")) {
            assertThat(article.path(field)).as(field).isEqualTo(listed.path(field));
        }
        List<String> all = ArticleList.of(site, "").values("slug");
        assertThat(ArticleList.of(site, "from=0001-01-01").values("slug"))
                .as("what the index lists is what MongoDB lists")
                .containsExactlyInAnyOrderElementsOf(all);
        String topic = article.path("topic").asText();
        String author = article.path("authors").get(0).path("username").asText();
        assertThat(ArticleList.of(site, "topic=" + topic + "&author=" + author).values("slug"))
                .contains(FERRY)
                .allMatch(ArticleList.of(site, "topic=" + topic).values("slug")::contains)
                .allMatch(ArticleList.of(site, "author=" + author).values("slug")::contains);
        List<String> latest = ArticleList.of(site, "q=the&sort=latest").values("publishedAt");
        assertThat(latest).hasSizeGreaterThan(5).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @ParameterizedTest
    @CsvSource({
        "q=ferry&sort=popular, unsupported-parameter",
        "q=ferry&period=day, unsupported-parameter",
        "q=ferry&cursor=x, invalid-cursor",
        "q=ferry&cursor=s999999, too-deep",
        "q=ferry&limit=101, invalid-limit",
        "from=2026-02-30, invalid-date",
        "from=2026-02-02&to=2026-02-01, invalid-period",
    })
    void tellsProgramsWhatIsWrong(String query, String code) {
        assertThat(Api.problem(site.get("/api/v1/articles?" + query), 400)).isEqualTo(code);
    }
}
