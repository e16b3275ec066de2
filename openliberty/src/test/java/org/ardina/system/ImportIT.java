package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Importing through the API, as an administrator does it. */
@ExtendWith(SharedServer.class)
class ImportIT {

    private final NewsSite site;
    private final String token;

    @TempDir
    private Path folder;

    ImportIT(NewsSite site) {
        this.site = site;
        this.token = site.adminToken();
    }

    @Test
    void publishesWhatIsSoundAndSaysWhyOfTheRest() throws IOException {
        Path file = lines(
                article("import-report-one", "A first headline", "Body with <script>alert(1)</script>text"),
                "{not json",
                article("import-report-two", "", "no headline"),
                article("import-report-three", "No body", ""),
                article("import-report-one", "The same slug, another article", "Another body"),
                "{\"headline\":\"Bad date\",\"body\":\"b\",\"published\":\"the day after\",\"slug\":\"x\"}");
        JsonNode report = site.importFile(token, file);
        assertThat(report.path("state").asText()).isEqualTo("FINISHED");
        assertThat(report.path("read").asInt()).isEqualTo(6);
        assertThat(report.path("imported").asInt()).isEqualTo(2);
        assertThat(report.path("skipped").asInt()).isEqualTo(1);
        assertThat(report.path("failed").asInt()).isEqualTo(3);
        assertThat(numbers(report)).containsExactly(2L, 3L, 4L, 6L);
        report.path("problems").forEach(problem -> {
            assertThat(problem.path("item").asText()).isNotBlank();
            assertThat(problem.path("reason").asText()).isNotBlank();
        });
        Document page = site.page("/articles/import-report-one");
        assertThat(page.select("script:not([type=application/ld+json], [src^=/assets/embed.])"))
                .isEmpty();
        assertThat(page.select("main").text()).contains("Body with").doesNotContain("alert");
        assertThat(site.page("/articles/import-report-one-2").select("h1").text())
                .contains("another article");
        assertThat(site.page("/topics/import-report").select("main article")).hasSize(2);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        Path file = lines(IntStream.range(0, 250)
                .mapToObj(i -> article("import-twice-" + i, "Import twice " + i, "Body " + i))
                .toArray(String[]::new));
        assertThat(site.importFile(token, file).path("imported").asInt()).isEqualTo(250);
        JsonNode again = site.importFile(token, file);
        assertThat(again.path("imported").asInt()).isZero();
        assertThat(again.path("skipped").asInt()).isEqualTo(250);
        assertThat(countInTopic("import-twice")).isEqualTo(250);
    }

    @Test
    void triesWithoutStoring() throws IOException {
        Path file = lines(article("import-dry-run", "Dry run", "Body"));
        JsonNode report = site.awaitImport(token, site.startImport(token, file, Map.of("dryRun", "true")));
        assertThat(report.path("imported").asInt()).isEqualTo(1);
        assertThat(site.status("/articles/import-dry-run")).isEqualTo(404);
    }

    @Test
    void isForAdministrators() throws IOException {
        Path file = lines(article("import-refused", "Refused", "Body"));
        HttpResponse<String> refused = site.upload("not-a-token", file, Map.of());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(site.json(refused).path("code").asText()).isEqualTo("unauthenticated");
        assertThat(site.get("/api/v1/imports/0123456789abcdef01234567").statusCode())
                .isEqualTo(401);
        assertThat(site.logIn("admin", "wrong password").statusCode()).isEqualTo(401);
        assertThat(site.logIn("nobody", "wrong password").body())
                .isEqualTo(site.logIn("admin", "wrong password").body());
    }

    @Test
    void saysThatAFileIsOfNoKnownFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("recipe.txt"), "Take two eggs.");
        JsonNode report = site.importFile(token, file);
        assertThat(report.path("state").asText()).isEqualTo("FAILED");
        assertThat(report.path("error").asText()).contains("WXR").contains("Ghost");
        HttpResponse<String> refused = site.upload(token, file, Map.of("format", "recipe"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(site.json(refused).path("code").asText()).isEqualTo("unknown-format");
    }

    private long countInTopic(String slug) {
        String next = "/api/v1/articles?limit=100&topic=" + slug;
        List<String> seen = new ArrayList<>();
        while (!next.isEmpty()) {
            JsonNode page = site.json(site.get(next));
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            next = page.hasNonNull("next")
                    ? "/api/v1/articles?limit=100&topic=" + slug + "&cursor="
                            + page.path("next").asText()
                    : "";
        }
        assertThat(seen).doesNotHaveDuplicates();
        return seen.size();
    }

    private static List<Long> numbers(JsonNode report) {
        List<Long> numbers = new ArrayList<>();
        report.path("problems")
                .forEach(problem -> numbers.add(problem.path("number").asLong()));
        return numbers;
    }

    private static String article(String slug, String headline, String body) {
        return ("{\"headline\":\"%s\",\"body\":\"%s\",\"body_format\":\"html\",\"slug\":\"%s\",\"topics\":[\"%s\"],"
                        + "\"authors\":[\"Ana Teste\"],\"lang\":\"en\",\"source\":\"test\","
                        + "\"published\":\"2026-01-01T00:00:00Z\"}")
                .formatted(headline, body, slug, slug.replaceAll("-[^-]*$", ""));
    }

    private Path lines(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("articles.jsonl"), Arrays.stream(lines).collect(Collectors.joining("\n")));
    }
}
