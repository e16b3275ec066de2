package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
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
    void structuredDataIsJson() throws IOException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] html = PAGES.article(new RandomPages(seed).article(), InterfaceLanguage.ENGLISH)
                    .bytes();
            String data = parse(new String(html, UTF_8))
                    .expectFirst("script[type='application/ld+json']")
                    .data();
            assertThat(data).doesNotContain("<", ">", "&").contains("\"NewsArticle\"");
            try (JsonParser json = new JsonFactory().createParser(data)) {
                while (json.nextToken() != null) {
                    assertThat(json.currentToken()).isNotNull();
                }
            }
        }
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
