package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.ardina.article.Article;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {

    private static final Pages PAGES = new Pages(URI.create("https://news.example/"));
    private static final int ROUNDS = 60;

    @ParameterizedTest
    @EnumSource
    void everythingPeopleWroteIsEscaped(InterfaceLanguage language) {
        for (String html : randomPages(language)) {
            Document page = parse(html);
            for (Element element : page.getAllElements()) {
                assertThat(element.normalName()).isNotEqualTo(RandomPages.ATTACK);
                for (Attribute attribute : element.attributes()) {
                    assertThat(attribute.getKey())
                            .as("attribute of %s", element)
                            .doesNotStartWith("on");
                }
            }
            assertThat(page.select("script:not([type='application/ld+json']), style, [style], iframe"))
                    .isEmpty();
            assertThat(html.codePoints())
                    .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || c == 0xffff);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageHasItsLandmarksAndMetadata(InterfaceLanguage language) {
        for (String html : randomPages(language)) {
            Document page = parse(html);
            assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
            assertThat(page.title()).isNotBlank();
            assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
            assertThat(page.select("link[rel=canonical], meta[name=robots]")).hasSize(1);
            assertThat(page.select("body > header")).hasSize(1);
            assertThat(page.select("main#content")).hasSize(1);
            assertThat(page.select("body > footer")).hasSize(1);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("img:not([alt])")).isEmpty();
            assertThat(page.body().child(0).attr("href")).isEqualTo("#content");
            assertHeadingsDescendInSteps(page);
            Set<String> ids = page.select("[id]").stream().map(Element::id).collect(Collectors.toSet());
            assertThat(page.select("[id]")).hasSameSizeAs(ids);
        }
    }

    @Test
    void everyPageHasAHoleForWhoReadsIt() {
        RandomPages random = new RandomPages(7);
        for (Html html : List.of(
                PAGES.front(random.front(), InterfaceLanguage.ENGLISH),
                PAGES.latest(random.latest(), InterfaceLanguage.ENGLISH),
                PAGES.topic(random.topic(), InterfaceLanguage.ENGLISH),
                PAGES.topics(random.topics(), InterfaceLanguage.ENGLISH),
                PAGES.author(random.author(), InterfaceLanguage.ENGLISH),
                PAGES.article(random.article(), InterfaceLanguage.ENGLISH),
                PAGES.conversation(random.conversation(), InterfaceLanguage.ENGLISH),
                PAGES.notice(random.notice(), InterfaceLanguage.ENGLISH))) {
            assertThat(html.holes()).first().satisfies(hole -> {
                assertThat(hole.name()).isEqualTo(ReaderHoles.READER);
                String everybody = new String(html.bytes(), hole.from(), hole.to() - hole.from(), UTF_8);
                assertThat(everybody)
                        .startsWith("<p class=\"reader\">")
                        .endsWith("</p>")
                        .contains("Log in");
            });
        }
    }

    @Test
    void conversationsHaveAHoleForTakingPart() {
        RandomPages random = new RandomPages(8);
        for (Html html : List.of(
                PAGES.article(random.article(), InterfaceLanguage.ENGLISH),
                PAGES.conversation(random.conversation(), InterfaceLanguage.PORTUGUESE))) {
            assertThat(html.holes()).hasSize(2).last().satisfies(hole -> {
                ParticipationHole part = ParticipationHole.parse(hole.name()).orElseThrow();
                assertThat(part.name()).isEqualTo(hole.name());
                String everybody = new String(html.bytes(), hole.from(), hole.to() - hole.from(), UTF_8);
                assertThat(everybody).contains("<form id=\"act\"").doesNotContain("form-token");
            });
        }
    }

    @Test
    void whatFillsTheHoleShowsAnyNameAsText() {
        String name = "<b>O'Neil & \"Söhne\"</b>\u0001";
        Document filling = parse("<!DOCTYPE html><title>t</title>"
                + new String(PAGES.reader(name, "token+/=", InterfaceLanguage.PORTUGUESE), UTF_8));
        assertThat(filling.select("bdi").text()).isEqualTo("<b>O'Neil & \"Söhne\"</b>");
        assertThat(filling.select("form[method=post][action=/logout] input[type=hidden]")
                        .attr("value"))
                .isEqualTo("token+/=");
    }

    @Test
    void structuredDataHasWhatSearchEnginesAskFor() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomPages random = new RandomPages(seed);
            ArticlePage article = random.article();
            InterfaceLanguage language = seed % 2 == 0 ? InterfaceLanguage.ENGLISH : InterfaceLanguage.PORTUGUESE;
            JsonNode onArticle = structuredData(PAGES.article(article, language));
            assertThat(onArticle.fieldNames()).toIterable().containsExactly("NewsArticle", "BreadcrumbList");
            assertIsNewsArticle(onArticle.path("NewsArticle"), article.article());
            assertIsTrail(onArticle.path("BreadcrumbList"));
            JsonNode onFront = structuredData(PAGES.front(random.front(), language));
            assertThat(onFront.fieldNames()).toIterable().containsExactly("NewsMediaOrganization", "WebSite");
            assertHas(onFront.path("NewsMediaOrganization"), "name", "url", "logo");
            assertThat(onFront.path("WebSite")
                            .at("/potentialAction/target/urlTemplate")
                            .asText())
                    .isEqualTo("https://news.example/search?q={search_term_string}");
            for (Html list : List.of(PAGES.topic(random.topic(), language), PAGES.author(random.author(), language))) {
                JsonNode onList = structuredData(list);
                assertThat(onList.fieldNames()).toIterable().containsExactly("BreadcrumbList");
                assertIsTrail(onList.path("BreadcrumbList"));
            }
        }
    }

    private static void assertIsNewsArticle(JsonNode data, Article article) {
        assertHas(data, "headline", "image", "datePublished", "dateModified", "mainEntityOfPage");
        assertThat(data.path("author").isArray()).isTrue();
        assertThat(data.path("author")).hasSameSizeAs(article.content().authors());
        data.path("author").forEach(author -> assertHas(author, "@type", "name", "url"));
        assertThat(data.at("/publisher/@type").asText()).isEqualTo("NewsMediaOrganization");
        assertHas(data.path("publisher"), "name", "url", "logo");
        assertThat(data.path("headline").asText())
                .isEqualTo(Printable.of(article.content().headline()));
        assertThat(OffsetDateTime.parse(data.path("datePublished").asText())).isNotNull();
    }

    /** Positions count from one, and all but the last of the steps lead somewhere: here all do. */
    private static void assertIsTrail(JsonNode data) {
        assertThat(data.path("itemListElement").size()).isBetween(2, 3);
        int position = 0;
        for (JsonNode step : data.path("itemListElement")) {
            assertThat(step.path("@type").asText()).isEqualTo("ListItem");
            assertThat(step.path("position").asInt()).isEqualTo(++position);
            assertHas(step, "name", "item");
            assertThat(URI.create(step.path("item").asText()).isAbsolute()).isTrue();
        }
    }

    private static void assertHas(JsonNode data, String... properties) {
        for (String property : properties) {
            assertThat(data.path(property).isTextual()).as(property).isTrue();
        }
    }

    /** What a page says of itself, by type; each in a script of its own from which no text can break out. */
    private static JsonNode structuredData(Html html) throws IOException {
        ObjectNode documents = new ObjectMapper().createObjectNode();
        for (Element script : parse(new String(html.bytes(), UTF_8)).select("script[type='application/ld+json']")) {
            assertThat(script.data()).doesNotContain("<", ">", "&");
            JsonNode document = new ObjectMapper().readTree(script.data());
            assertThat(document.path("@context").asText()).isEqualTo("https://schema.org");
            documents.set(document.path("@type").asText(), document);
        }
        return documents;
    }

    @Test
    void everyIndexedPageNamesItsAddressLanguageAndFeeds() {
        ArticlePage article = new RandomPages(3).article();
        Document page = parse(
                new String(PAGES.article(article, InterfaceLanguage.ENGLISH).bytes(), UTF_8));
        String address = "https://news.example/articles/" + article.article().slug();
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(address);
        assertThat(page.select("link[rel=alternate][hreflang]").attr("href")).isEqualTo(address);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(address);
        assertThat(page.select("meta[property=og:locale]").attr("content")).isEqualTo("en_GB");
        assertThat(page.select("link[rel=alternate][title]").eachAttr("href"))
                .containsExactly("/feed.rss", "/feed.atom", "/feed.json");
        TopicPage topic = new RandomPages(3).topic();
        Document list = parse(
                new String(PAGES.topic(topic, InterfaceLanguage.PORTUGUESE).bytes(), UTF_8));
        assertThat(list.select("link[rel=alternate][title]").eachAttr("href"))
                .startsWith("/topics/" + topic.topic().slug() + "/feed.rss")
                .hasSize(6);
        assertThat(list.select("link[hreflang]").attr("hreflang")).isEqualTo("x-default");
    }

    @Test
    void bodyStandsBelowThePagesHeadline() {
        Document page = parse(new String(
                PAGES.article(new RandomPages(1).article(), InterfaceLanguage.ENGLISH)
                        .bytes(),
                UTF_8));
        assertThat(page.select(".body h2").text()).isEqualTo("One");
        assertThat(page.select(".body > .table[tabindex=0][role=region] > table"))
                .hasSize(1);
        assertThat(page.select(".body td.end")).hasSize(1);
        assertThat(page.select(".body > pre[tabindex=0]")).hasSize(1);
    }

    @Test
    void languageLinkKeepsTheRestOfTheAddress() {
        LatestPage page = new LatestPage(List.of(), new org.ardina.store.Page<>(List.of(), null), "a b&c");
        Document document = parse(
                new String(PAGES.latest(page, InterfaceLanguage.PORTUGUESE).bytes(), UTF_8));
        assertThat(document.select("a.language").attr("href")).isEqualTo("/latest?cursor=a+b%26c&lang=en");
        assertThat(document.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://news.example/latest?cursor=a+b%26c");
    }

    @Test
    void everyPageFitsTheFirstNetworkFlight() throws IOException {
        for (String html : randomPages(InterfaceLanguage.PORTUGUESE)) {
            assertThat(compressed(html.getBytes(UTF_8))).isLessThan(14 * 1024);
        }
        byte[] style = Assets.find(Assets.path("site.css")).orElseThrow().bytes();
        assertThat(compressed(style)).isLessThan(8 * 1024);
    }

    private static List<String> randomPages(InterfaceLanguage language) {
        List<String> pages = new ArrayList<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomPages random = new RandomPages(seed);
            pages.add(new String(PAGES.front(random.front(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.latest(random.latest(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.topic(random.topic(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.popular(random.popular(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.topics(random.topics(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.author(random.author(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.article(random.article(), language).bytes(), UTF_8));
            pages.add(new String(PAGES.notice(random.notice(), language).bytes(), UTF_8));
        }
        return pages;
    }

    private static Document parse(String html) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = Jsoup.parse(html, "https://news.example/", parser);
        assertThat(parser.getErrors()).isEmpty();
        return document;
    }

    private static void assertHeadingsDescendInSteps(Document page) {
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).as("level of %s", heading).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(output)) {
            gzip.write(bytes);
        }
        return output.size();
    }
}
