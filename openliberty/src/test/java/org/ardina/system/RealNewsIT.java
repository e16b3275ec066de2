package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.ardina.SharedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Thousands of real articles, taken in one go. */
class RealNewsIT {

    private static final int LARGEST_RESIDENT_MEGABYTES = 760;
    private static final int HEAVIEST_PAGE = 14 * 1024;
    private static final int SAMPLE = 200;
    private static final long SEED = 42;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void takesAllArticlesAndShowsThem() throws IOException {
        List<Path> sets = SharedData.files("articles", ".jsonl.gz").stream()
                .filter(file -> !file.getFileName().toString().matches("(authors|topics)-.*"))
                .toList();
        assertThat(sets).isNotEmpty();
        Path directory = TestDirectory.make("real-news");
        Path all = directory.resolve("articles.jsonl.gz");
        try (OutputStream output = Files.newOutputStream(all)) {
            for (Path set : sets) {
                Files.copy(set, output);
            }
        }
        List<String> lines = lines(all);
        Map<String, String> environment = new HashMap<>(ServerProcess.AS_SHIPPED);
        environment.put("ARDINA_DEMONSTRATION_ENABLED", "false");
        try (ServerProcess server = ServerProcess.start(directory, environment)) {
            NewsSite site = server.site();
            String token = site.adminToken();
            JsonNode report = site.importFile(token, all);
            double seconds = Duration.between(
                                    Instant.parse(report.path("createdAt").asText()),
                                    Instant.parse(report.path("finishedAt").asText()))
                            .toMillis()
                    / 1000.0;
            long memory = peakResidentMegabytes(server.pid());
            System.out.printf(
                    "%d articles in %.1f s, %.0f per second, at most %d MB resident%n",
                    lines.size(), seconds, lines.size() / seconds, memory);
            assertThat(memory).isLessThan(LARGEST_RESIDENT_MEGABYTES);
            Set<Integer> leftOut = assertAccountsFor(report, lines.size());

            ArticleList list = ArticleList.of(site, "");
            assertThat(list.values("id")).doesNotHaveDuplicates().hasSize(lines.size() - leftOut.size());
            assertHeadlinesAreThere(lines, leftOut, list);
            for (String slug : list.sample(SAMPLE, SEED)) {
                assertReadable(site.page("/articles/" + slug), site, slug);
            }

            new SearchPages(site).awaitArticles(lines.size() - leftOut.size());
            SearchRelevance relevance = new SearchRelevance(site, list, texts(lines));
            for (String page : List.of("/", "/latest", "/popular", "/topics", "/search?q=harbour")) {
                assertThat(site.weight(page, "en")).as(page).isLessThan(HEAVIEST_PAGE);
            }
            relevance.assertFoundByRareWords();
            relevance.assertFoundByHeadline();
            relevance.assertPortugueseIsFoundWithoutAccents();

            JsonNode again = site.importFile(token, all);
            assertThat(again.path("imported").asInt()).isZero();
            assertThat(again.path("skipped").asInt()).isEqualTo(lines.size());
            assertThat(ArticleList.of(site, "").articles()).isEqualTo(list.articles());
        }
    }

    /** Makes sure that what was not taken is named with a reason, and returns the numbers of those lines. */
    private static Set<Integer> assertAccountsFor(JsonNode report, int lines) {
        assertThat(report.path("state").asText()).isEqualTo("FINISHED");
        assertThat(report.path("read").asInt()).isEqualTo(lines);
        assertThat(report.path("failed").asInt()).isZero();
        assertThat(report.path("nextProblems").isNull()).isTrue();
        Set<Integer> numbers = new HashSet<>();
        for (JsonNode problem : report.path("problems")) {
            assertThat(problem.path("reason").asText()).isNotBlank();
            numbers.add(problem.path("number").asInt());
        }
        assertThat(numbers).hasSize(report.path("skipped").asInt());
        return numbers;
    }

    private static void assertHeadlinesAreThere(List<String> lines, Set<Integer> leftOut, ArticleList list)
            throws IOException {
        Set<String> headlines = new HashSet<>();
        list.values("headline").forEach(headline -> headlines.add(letters(headline)));
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            if (!leftOut.contains(number)) {
                numbers.add(number);
            }
        }
        Collections.shuffle(numbers, new Random(SEED));
        for (int number : numbers.subList(0, SAMPLE)) {
            String headline =
                    JSON.readTree(lines.get(number - 1)).path("headline").asText();
            assertThat(headlines).as("line %d", number).contains(letters(headline));
        }
    }

    private static void assertReadable(Document page, NewsSite site, String slug) throws IOException {
        assertThat(page.select("h1").text()).as(slug).isNotBlank();
        assertThat(page.select(".body").text()).as(slug).isNotBlank();
        assertThat(
                        page.select(
                                "script:not([type=application/ld+json], [src^=/assets/embed.]), iframe, object, embed, style, [style]"))
                .as(slug)
                .isEmpty();
        JsonNode data = JSON.readTree(page.select("script").html());
        assertThat(data.path("@type").asText()).isEqualTo("NewsArticle");
        JsonNode article = site.json(site.get("/api/v1/articles/" + slug));
        assertThat(letters(page.select("h1").text()))
                .isEqualTo(letters(article.path("headline").asText()));
    }

    /** What can be read of each article. */
    private static List<String> texts(List<String> lines) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : lines) {
            JsonNode article = JSON.readTree(line);
            texts.add(article.path("headline").asText() + " "
                    + article.path("standfirst").asText() + " "
                    + article.path("summary").asText() + " "
                    + Jsoup.parse(article.path("body").asText()).text());
        }
        return texts;
    }

    /** What remains of a text without markup, spaces and punctuation. */
    private static String letters(String text) {
        return Jsoup.parse(text).text().replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** The most that a process had in memory since it began. */
    private static long peakResidentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        assumeTrue(Files.exists(status), "this machine does not tell the memory of a process");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
