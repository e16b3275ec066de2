package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feed readers, search engines and browsers find without a person who looks. */
@ExtendWith(SharedServer.class)
class FeedsIT {

    private final NewsSite site;

    FeedsIT(NewsSite site) {
        this.site = site;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/topics/city", "/authors/marta-valadim"})
    void feedsShowWhatTheirPagesShow(String path) throws FeedException {
        List<String> headlines = site.page(path.isEmpty() ? "/latest" : path)
                .select("main article h2")
                .eachText();
        for (String format : List.of("rss", "atom")) {
            HttpResponse<String> response = site.get(path + "/feed." + format);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .containsPattern("(?i)^application/" + format + "\\+xml; ?charset=utf-8$");
            SyndFeed feed = new SyndFeedInput().build(new StringReader(response.body()));
            assertThat(feed.getEntries()).isNotEmpty();
            assertThat(feed.getEntries().stream().map(entry -> line(entry.getTitle())))
                    .containsSequence(headlines);
            assertThat(site.status(
                            URI.create(feed.getEntries().get(0).getLink()).getPath()))
                    .isEqualTo(200);
        }
        HttpResponse<String> response = site.get(path + "/feed.json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/feed+json");
        JsonNode feed = site.json(response);
        assertThat(feed.path("items").findValuesAsText("title").stream().map(FeedsIT::line))
                .containsSequence(headlines);
        assertThat(feed.path("feed_url").asText())
                .isEqualTo(site.address(path + "/feed.json").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed.rss",
                "/feed.atom",
                "/feed.json",
                "/topics/city/feed.rss",
                "/sitemap.xml",
                "/sitemap-news.xml",
                "/robots.txt",
                "/opensearch.xml"
            })
    void isKeptAndCheckedCheaplyLikeAPage(String path) {
        HttpResponse<String> response = site.get(path, "Accept-Encoding", "gzip");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).startsWith("public");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = site.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Cache-Status").orElse("")).startsWith("ardina; hit");
    }

    @ParameterizedTest
    @CsvSource({
        "/topics/no-such-topic/feed.rss",
        "/authors/nobody/feed.atom",
        "/articles/no-such-article/feed.rss",
        "/sitemap-1801-01.xml",
        "/sitemap-2026-11-77.xml"
    })
    void nothingIsWhereNothingIs(String path) {
        assertThat(site.status(path)).isEqualTo(404);
    }

    @Test
    void sitemapsLeadToEveryArticleAndToNothingElse() {
        Document index = xml("/sitemap.xml");
        assertThat(index.select("sitemapindex > sitemap > loc")).hasSizeGreaterThan(1);
        int pages = 0;
        for (Element part : index.select("loc")) {
            for (Element page : xml(path(part)).select("urlset > url > loc")) {
                assertThat(page.text()).startsWith(site.address("/").toString());
                assertThat(site.status(path(page))).as(page.text()).isEqualTo(200);
                pages += path(page).startsWith("/articles/") ? 1 : 0;
            }
        }
        int articles = ArticleList.of(site, "").articles().size();
        assertThat(pages).isEqualTo(articles);
    }

    @Test
    void newsOfTwoDaysAreInTheNewsSitemap() {
        Document news = xml("/sitemap-news.xml");
        assertThat(news.select("url")).hasSizeBetween(1, 1000);
        for (Element url : news.select("url")) {
            assertThat(site.status(path(url.expectFirst("loc")))).isEqualTo(200);
            assertThat(url.select("news|name").text()).isEqualTo("Ardina");
        }
    }

    @Test
    void pagesNameTheirFeedsAndTheSearch() {
        for (String path : List.of("/", "/topics/city", "/authors/marta-valadim", SitePages.PICTURED)) {
            Document page = site.page(path);
            assertThat(page.select("link[rel=alternate][type=application/rss+xml]")
                            .eachAttr("href"))
                    .as(path)
                    .contains("/feed.rss");
            assertThat(page.select("link[rel=search]").attr("href")).isEqualTo("/opensearch.xml");
            assertThat(page.select("link[rel=alternate][hreflang]").attr("href"))
                    .isEqualTo(page.select("link[rel=canonical]").attr("href"));
        }
        assertThat(site.page("/topics/city")
                        .expectFirst("link[type=application/atom+xml]")
                        .attr("href"))
                .isEqualTo("/topics/city/feed.atom");
    }

    @Test
    void robotsAreLedToTheSitemaps() {
        String robots = site.get("/robots.txt").body();
        assertThat(robots.lines().filter(line -> line.startsWith("Sitemap: ")).map(line -> line.substring(9)))
                .containsExactly(
                        site.address("/sitemap.xml").toString(),
                        site.address("/sitemap-news.xml").toString());
        assertThat(robots).startsWith("User-agent: *\n").contains("Disallow: /api/\n");
    }

    @Test
    void browsersLearnToSearch() {
        String template = xml("/opensearch.xml").select("Url").attr("template");
        assertThat(template).isEqualTo(site.address("/search") + "?q={searchTerms}");
        assertThat(site.status(template.replace("{searchTerms}", "ferry")
                        .substring(site.address("/").toString().length() - 1)))
                .isEqualTo(200);
    }

    private Document xml(String path) {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body(), "", Parser.xmlParser());
    }

    /** As the text of an element is read. */
    private static String line(String text) {
        return StringUtil.normaliseWhitespace(text).strip();
    }

    private static String path(Element address) {
        return URI.create(address.text()).getPath();
    }
}
