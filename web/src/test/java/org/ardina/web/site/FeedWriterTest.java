package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.article.Slug;
import org.ardina.topic.Topic;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds of any articles keep the rules of their formats that the W3C's feed validator checks, and are read back. */
class FeedWriterTest {

    private static final int ROUNDS = 40;
    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace MEDIA = Namespace.getNamespace("http://search.yahoo.com/mrss/");
    private static final URI SITE = URI.create("https://news.example/");
    private static final URI HUB = URI.create("https://hub.example/publish");
    private static final Set<String> RSS_CHANNEL =
            Set.of("title", "link", "description", "language", "lastBuildDate", "generator", "item");
    private static final Set<String> RSS_ITEM =
            Set.of("title", "link", "description", "category", "guid", "pubDate", "creator", "content");

    @Test
    void rssKeepsItsRules() throws Exception {
        for (Feed feed : feeds()) {
            Document document = xml(feed, FeedFormat.RSS);
            Element rss = document.getRootElement();
            assertThat(rss.getName()).isEqualTo("rss");
            assertThat(rss.getAttributeValue("version")).isEqualTo("2.0");
            assertThat(rss.getChildren()).hasSize(1);
            Element channel = rss.getChild("channel");
            assertThat(channel.getChildren())
                    .filteredOn(child -> child.getNamespace().equals(Namespace.NO_NAMESPACE))
                    .extracting(Element::getName)
                    .isSubsetOf(RSS_CHANNEL);
            for (String one : List.of("title", "link", "description", "language", "lastBuildDate")) {
                assertThat(channel.getChildren(one)).as(one).hasSize(1);
            }
            assertThat(channel.getChildText("title")).isNotBlank();
            assertIsAddress(channel.getChildText("link"));
            assertIsLanguage(channel.getChildText("language"));
            assertIsRfc822(channel.getChildText("lastBuildDate"));
            assertLinks(channel.getChildren("link", ATOM), feed, FeedFormat.RSS);
            Set<String> guids = new HashSet<>();
            for (Element item : channel.getChildren("item")) {
                assertThat(item.getChildren()).extracting(Element::getName).isSubsetOf(RSS_ITEM);
                for (String one : List.of("title", "link", "guid", "pubDate")) {
                    assertThat(item.getChildren(one)).as(one).hasSize(1);
                }
                assertThat(item.getChildren("description").size()).isLessThanOrEqualTo(1);
                assertIsAddress(item.getChildText("link"));
                assertIsRfc822(item.getChildText("pubDate"));
                assertThat(item.getChild("guid").getAttributeValue("isPermaLink"))
                        .isEqualTo("false");
                assertThat(guids.add(item.getChildText("guid"))).isTrue();
                for (Element picture : item.getChildren("content", MEDIA)) {
                    assertIsAddress(picture.getAttributeValue("url"));
                }
                if (item.getChild("description") != null) {
                    // As HTML it has no element and no script.
                    assertThat(item.getChildText("description")).doesNotContain("<");
                }
            }
            assertThat(guids).hasSameSizeAs(feed.articles());
        }
    }

    @Test
    void atomKeepsItsRules() throws Exception {
        for (Feed feed : feeds()) {
            Element atom = xml(feed, FeedFormat.ATOM).getRootElement();
            assertThat(atom.getNamespace()).isEqualTo(ATOM);
            assertThat(atom.getName()).isEqualTo("feed");
            for (String one : List.of("id", "title", "subtitle", "updated", "author")) {
                assertThat(atom.getChildren(one, ATOM)).as(one).hasSize(1);
            }
            assertThat(atom.getChildText("id", ATOM)).isEqualTo(feed.self(FeedFormat.ATOM));
            assertThat(atom.getChild("author", ATOM).getChildText("name", ATOM)).isNotBlank();
            assertIsRfc3339(atom.getChildText("updated", ATOM));
            assertLinks(atom.getChildren("link", ATOM), feed, FeedFormat.ATOM);
            Set<String> ids = new HashSet<>();
            for (Element entry : atom.getChildren("entry", ATOM)) {
                for (String one : List.of("id", "title", "updated", "published", "link")) {
                    assertThat(entry.getChildren(one, ATOM)).as(one).hasSize(1);
                }
                assertThat(entry.getChildren("summary", ATOM).size()).isLessThanOrEqualTo(1);
                assertThat(ids.add(entry.getChildText("id", ATOM))).isTrue();
                assertThat(URI.create(entry.getChildText("id", ATOM)).isAbsolute())
                        .isTrue();
                assertIsRfc3339(entry.getChildText("updated", ATOM));
                assertIsRfc3339(entry.getChildText("published", ATOM));
                Element link = entry.getChild("link", ATOM);
                assertThat(link.getAttributeValue("rel")).isEqualTo("alternate");
                assertIsAddress(link.getAttributeValue("href"));
                for (Element text : List.of(entry.getChild("title", ATOM), atom.getChild("title", ATOM))) {
                    assertThat(text.getAttributeValue("type")).isIn(null, "text");
                    assertThat(text.getChildren()).isEmpty();
                }
                for (Element author : entry.getChildren("author", ATOM)) {
                    assertThat(author.getChildren("name", ATOM)).hasSize(1);
                    assertThat(author.getChildText("name", ATOM)).isNotBlank();
                    assertIsAddress(author.getChildText("uri", ATOM));
                }
                for (Element category : entry.getChildren("category", ATOM)) {
                    assertThat(category.getAttributeValue("term")).isNotBlank();
                }
            }
            assertThat(ids).hasSameSizeAs(feed.articles());
        }
    }

    @Test
    void jsonFeedKeepsItsRules() throws IOException {
        for (Feed feed : feeds()) {
            JsonNode json = new ObjectMapper().readTree(FeedWriter.write(feed, FeedFormat.JSON));
            assertThat(json.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
            assertThat(json.path("title").asText()).isNotBlank();
            assertThat(json.path("feed_url").asText()).isEqualTo(feed.self(FeedFormat.JSON));
            assertIsAddress(json.path("home_page_url").asText());
            assertIsAddress(json.path("icon").asText());
            assertIsLanguage(json.path("language").asText());
            assertThat(json.has("hubs")).isEqualTo(feed.hub().isPresent());
            if (feed.hub().isPresent()) {
                assertThat(json.at("/hubs/0/type").asText()).isEqualTo("WebSub");
                assertThat(json.at("/hubs/0/url").asText()).isEqualTo(HUB.toString());
            }
            assertThat(json.path("items").isArray()).isTrue();
            Set<String> ids = new HashSet<>();
            for (JsonNode item : json.path("items")) {
                assertThat(ids.add(item.path("id").textValue())).isTrue();
                assertIsAddress(item.path("url").textValue());
                assertThat(item.has("content_text") || item.has("content_html")).isTrue();
                assertIsRfc3339(item.path("date_published").textValue());
                assertIsRfc3339(item.path("date_modified").textValue());
                if (item.has("image")) {
                    assertIsAddress(item.path("image").textValue());
                }
                assertThat(item.path("authors").isArray()).isTrue();
            }
            assertThat(ids).hasSameSizeAs(feed.articles());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedFormat.class,
            names = {"RSS", "ATOM"})
    void isReadBackByALibrary(FeedFormat format) throws FeedException {
        for (Feed feed : feeds()) {
            String text = new String(FeedWriter.write(feed, format), UTF_8);
            SyndFeed read = new SyndFeedInput().build(new StringReader(text));
            assertThat(line(read.getTitle())).isEqualTo(line(Printable.of(feed.title())));
            if (format == FeedFormat.RSS) {
                assertThat(read.getLink()).isEqualTo(feed.home());
            } else {
                assertThat(read.getLinks())
                        .filteredOn(link -> link.getRel().equals("alternate"))
                        .extracting(SyndLink::getHref)
                        .containsExactly(feed.home());
            }
            assertThat(read.getEntries()).hasSameSizeAs(feed.articles());
            for (int i = 0; i < feed.articles().size(); i++) {
                ArticleSummary article = feed.articles().get(i);
                SyndEntry entry = read.getEntries().get(i);
                assertThat(line(entry.getTitle())).isEqualTo(line(Printable.of(article.headline())));
                assertThat(entry.getLink()).isEqualTo(feed.address(article));
                assertThat(entry.getUri()).isEqualTo(feed.id(article.id()));
                assertThat(entry.getPublishedDate().toInstant())
                        .isEqualTo(article.publishedAt().truncatedTo(ChronoUnit.SECONDS));
                assertThat(entry.getCategories()).hasSize(feed.topic(article) == null ? 0 : 1);
                List<String> names = article.authors().stream()
                        .map(Author::name)
                        .map(name -> line(Printable.of(name)))
                        .toList();
                if (format == FeedFormat.ATOM) {
                    assertThat(entry.getAuthors())
                            .extracting(person -> line(person.getName()))
                            .isEqualTo(names);
                }
            }
        }
    }

    @Test
    void sameFeedHasTheSameBytes() {
        for (Feed feed : feeds()) {
            for (FeedFormat format : FeedFormat.values()) {
                assertThat(FeedWriter.write(feed, format)).isEqualTo(FeedWriter.write(feed, format));
            }
        }
    }

    private static List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomPages random = new RandomPages(seed);
            LatestPage latest = random.latest();
            Map<Slug, String> names =
                    latest.topics().stream().collect(Collectors.toMap(Topic::slug, Topic::name, (one, other) -> one));
            String path = List.of("", "/topics/city", "/authors/ana").get(seed % 3);
            String title = latest.articles().items().isEmpty()
                    ? "Ardina"
                    : latest.articles().items().get(0).headline();
            feeds.add(new Feed(
                    SITE,
                    path,
                    title,
                    "What there is <to> read & more",
                    seed % 2 == 0 ? InterfaceLanguage.ENGLISH : InterfaceLanguage.PORTUGUESE,
                    seed % 4 == 0 ? Optional.of(HUB) : Optional.empty(),
                    names,
                    latest.articles().items(),
                    Instant.parse("2026-11-20T00:00:00Z")));
        }
        return feeds;
    }

    private static Document xml(Feed feed, FeedFormat format) throws JDOMException, IOException {
        return new SAXBuilder().build(new StringReader(new String(FeedWriter.write(feed, format), UTF_8)));
    }

    private static void assertLinks(List<Element> links, Feed feed, FeedFormat format) {
        List<String> expected = new ArrayList<>(List.of("self " + feed.self(format)));
        feed.hub().ifPresent(hub -> expected.add("hub " + hub));
        if (format == FeedFormat.ATOM) {
            expected.add("alternate " + feed.home());
        }
        assertThat(links)
                .extracting(link -> link.getAttributeValue("rel") + " " + link.getAttributeValue("href"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void assertIsAddress(String text) {
        URI address = URI.create(text);
        assertThat(address.getScheme()).isIn("http", "https");
        assertThat(address.getHost()).isNotBlank();
    }

    private static void assertIsLanguage(String tag) {
        assertThat(Locale.forLanguageTag(tag).toLanguageTag()).isEqualTo(tag).isNotEqualTo("und");
    }

    private static void assertIsRfc822(String text) {
        assertThat(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                .isNotNull();
    }

    private static void assertIsRfc3339(String text) {
        assertThat(OffsetDateTime.parse(text)).isNotNull();
    }

    /** ROME makes one space of several. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
