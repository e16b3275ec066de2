package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ardina.SharedData;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exports of other systems, real and hostile, sent to a running server. */
@ExtendWith(OpenStore.Provider.class)
class RealExportsIT {

    private static final int SAMPLE = 60;

    private final OpenStore store;
    private final NewsSite site;
    private final String token;

    RealExportsIT(OpenStore store) {
        this.store = store;
        this.site = store.site();
        this.token = site.adminToken();
    }

    @Test
    void showsEveryPublishedPostOfTheThemeUnitTest() throws IOException {
        Path file = SharedData.require("wxr/theme-unit-test").resolve("themeunittestdata.wordpress.xml");
        List<Element> items = Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).select("item").stream()
                .filter(item -> Set.of("post", "page").contains(text(item, "wp|post_type")))
                .toList();
        assertThat(items).hasSizeGreaterThan(60);
        JsonNode report = site.importFile(token, file);
        assertThat(report.path("failed").asInt()).isZero();
        Map<String, String> slugs = slugs(items);
        int shown = 0;
        for (Element item : items) {
            String path = "/articles/" + slugs.get(number(item));
            if (isShown(item)) {
                org.jsoup.nodes.Document page = site.page(path);
                String title = title(item);
                assertThat(page.select("h1").text()).as(path).isNotBlank();
                if (!title.isBlank()) {
                    assertThat(page.select("h1").text()).isEqualTo(title);
                }
                assertThat(page.select("script:not([type=application/ld+json], [src^=/assets/embed.])"))
                        .as(path)
                        .isEmpty();
                shown++;
            } else if (!text(item, "wp|status").equals("future")) {
                assertThat(site.status(path)).as(path).isEqualTo(404);
            }
        }
        assertThat(shown).isGreaterThan(60);
        assertThat(storedThreads(slugs)).isEqualTo(writtenThreads(items));
    }

    @Test
    void accountsForEveryFileAndOutlivesTheHostileOnes() throws IOException {
        int before = store.server().serverLog().events().size();
        Map<Path, String> imports = new LinkedHashMap<>();
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("wxr/wordpress-importer", "ghost", "feeds", "media/hostile")) {
            try (Stream<Path> found = Files.walk(SharedData.require(folder))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        files.removeIf(file -> file.getFileName().toString().equals("SOURCE.txt"));
        files.forEach(file -> imports.put(file, site.startImport(token, file, Map.of())));
        Map<String, Integer> states = new TreeMap<>();
        imports.forEach((file, id) -> {
            JsonNode report = site.awaitImport(token, id);
            String state = report.path("state").asText();
            states.merge(state, 1, Integer::sum);
            if (file.toString().contains("hostile")) {
                assertThat(state).as(file.toString()).isEqualTo("FAILED");
                assertThat(report.path("imported").asInt()).as(file.toString()).isZero();
            }
            if (state.equals("FAILED")) {
                assertThat(report.path("error").asText()).as(file.toString()).isNotBlank();
            }
        });
        assertThat(states).containsOnlyKeys("FAILED", "FINISHED");
        assertThat(states.get("FINISHED")).isGreaterThan(150);
        assertThat(site.status("/health/ready")).isEqualTo(200);
        ArticleList list = ArticleList.of(site, "");
        assertThat(list.articles()).hasSizeGreaterThan(500);
        for (String slug : list.sample(SAMPLE, 42)) {
            assertThat(site.page("/articles/" + slug)
                            .select("script:not([type=application/ld+json], [src^=/assets/embed.])"))
                    .as(slug)
                    .isEmpty();
        }
        assertThat(store.server().serverLog().events().stream().skip(before))
                .filteredOn(event -> event.path("loglevel").asText().matches("SEVERE|ERROR|FATAL"))
                .isEmpty();
    }

    /** Of every post that was taken, the comments of readers: by whom, below those that they answer. */
    private static Map<String, List<String>> writtenThreads(List<Element> items) {
        Map<String, List<String>> threads = new TreeMap<>();
        for (Element item : items) {
            Map<String, Said> thread = new TreeMap<>();
            for (Element comment : item.select("wp|comment")) {
                String type = text(comment, "wp|comment_type");
                if ((type.isEmpty() || type.equals("comment"))
                        && Set.of("0", "1").contains(text(comment, "wp|comment_approved"))) {
                    thread.put(
                            text(comment, "wp|comment_id"),
                            new Said(
                                    text(comment, "wp|comment_parent"),
                                    text(comment, "wp|comment_author"),
                                    text(comment, "wp|comment_approved").equals("1")));
                }
            }
            if (!thread.isEmpty() && !isEmpty(item)) {
                threads.put(number(item), Said.chains(thread));
            }
        }
        return threads;
    }

    private Map<String, List<String>> storedThreads(Map<String, String> slugs) {
        MongoCollection<Document> articles = store.database().getCollection("articles");
        MongoCollection<Document> comments = store.database().getCollection("comments");
        Map<String, List<String>> threads = new TreeMap<>();
        slugs.forEach((number, slug) -> {
            Document article = articles.find(new Document("slugs", slug)).first();
            if (article == null) {
                return;
            }
            Map<String, Said> thread = new TreeMap<>();
            for (Document comment : comments.find(new Document("article", article.getObjectId("_id")))) {
                assertThat(comment.getString("body")).isNotBlank();
                thread.put(
                        comment.getObjectId("_id").toHexString(),
                        new Said(
                                String.valueOf(comment.getObjectId("parent")),
                                comment.get("author", Document.class).getString("name"),
                                comment.getString("state").equals("VISIBLE")));
            }
            if (!thread.isEmpty()) {
                threads.put(number, Said.chains(thread));
            }
        });
        return threads;
    }

    /** @param parent what it answers, if that is a comment of the same article */
    private record Said(String parent, String author, boolean visible) {

        static List<String> chains(Map<String, Said> thread) {
            return thread.values().stream()
                    .map(said -> said.chain(thread) + (said.visible ? "" : " waits"))
                    .sorted()
                    .toList();
        }

        private String chain(Map<String, Said> thread) {
            Said answered = thread.get(parent);
            return answered == null ? author : answered.chain(thread) + " < " + author;
        }
    }

    private static boolean isShown(Element item) {
        return text(item, "wp|status").equals("publish")
                && text(item, "wp|post_password").isEmpty()
                && !isEmpty(item);
    }

    /** A post may be its headline alone; a page without content holds a place in a menu. */
    private static boolean isEmpty(Element item) {
        return text(item, "content|encoded").isBlank()
                && (text(item, "title").isBlank() || text(item, "wp|post_type").equals("page"));
    }

    /** The slugs of the articles by the numbers of their posts: what they had, unless that cannot be an address here. */
    private Map<String, String> slugs(List<Element> items) {
        ArticleList list = ArticleList.of(site, "");
        Map<String, String> slugs = new TreeMap<>();
        for (Element item : items) {
            String slug = URLDecoder.decode(text(item, "wp|post_name"), StandardCharsets.UTF_8);
            if (!slug.matches("[a-z0-9-]*")) {
                int place = list.values("headline").indexOf(title(item));
                slug = place < 0 ? slug : list.values("slug").get(place);
            }
            slugs.put(number(item), slug);
        }
        return slugs;
    }

    private static String number(Element item) {
        return text(item, "wp|post_id");
    }

    private static String title(Element item) {
        return Jsoup.parse(text(item, "title")).text();
    }

    private static String text(Element item, String tag) {
        Element element = item.selectFirst("> " + tag);
        return element == null ? "" : element.wholeText().strip();
    }
}
