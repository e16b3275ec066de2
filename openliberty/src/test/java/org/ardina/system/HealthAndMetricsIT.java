package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who operate a server see of it. */
@ExtendWith(OpenStore.Provider.class)
class HealthAndMetricsIT {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern METRIC = Pattern.compile(NAME + "(\\{(" + NAME
            + "=\"([^\"\\\\\n]|\\\\.)*\",?)*\\})? ([-+]?[0-9.]+([eE][-+]?[0-9]+)?|NaN|[-+]Inf)( [0-9]+)?");
    private static final Pattern METRIC_COMMENT =
            Pattern.compile("# (HELP " + NAME + " .*|TYPE " + NAME + " (counter|gauge|histogram|summary|untyped))");

    private static final String DAMAGED = "damaged-article";

    private final OpenStore store;
    private final NewsSite site;

    HealthAndMetricsIT(OpenStore store) {
        this.store = store;
        this.site = store.site();
    }

    @ParameterizedTest
    @CsvSource({"started,application", "live,process", "ready,mongodb", "ready,redis"})
    void tellsHowItIs(String probe, String check) {
        HttpResponse<String> response = site.get("/health/" + probe);
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode health = site.json(response);
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("checks"))
                .filteredOn(each -> each.path("name").asText().equals(check))
                .singleElement()
                .extracting(each -> each.path("status").asText())
                .isEqualTo("UP");
        assertThat(response.body())
                .as("no address of a store for whoever asks")
                .doesNotContain("127.0.0.1", "mongodb://");
    }

    @Test
    void countsWhatItDoes() {
        site.page(SitePages.PICTURED);
        site.status("/articles/an-address-that-a-stranger-thought-of");
        HttpResponse<String> response = site.get("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        List<String> lines =
                response.body().lines().filter(line -> !line.isBlank()).toList();
        assertThat(lines)
                .allMatch(line -> METRIC.matcher(line).matches()
                        || METRIC_COMMENT.matcher(line).matches());
        assertThat(lines)
                .anyMatch(line -> line.startsWith("memory_usedHeap_bytes{") && line.contains("mp_scope=\"base\""))
                .anyMatch(line -> line.contains("mp_scope=\"vendor\""))
                .anyMatch(line -> line.startsWith("ardina_request_duration_seconds_bucket{") && line.contains("4xx"));
        assertThat(timed(lines, "2xx")).isPositive();
        assertThat(timed(lines, "4xx")).isPositive();
        assertThat(lines)
                .as("strangers do not add to what is kept")
                .noneMatch(line -> line.contains("stranger") || line.contains(SitePages.PICTURED));
    }

    private static double timed(List<String> metrics, String status) {
        return metrics.stream()
                .filter(line -> line.startsWith("ardina_request_duration_seconds_count{")
                        && line.contains("status=\"" + status + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void describesItsCalls() {
        JsonNode paths = site.json(site.get("/openapi?format=JSON")).path("paths");
        Map<String, String> calls = Map.of(
                "/api/v1/articles", "get",
                "/api/v1/articles/{slug}", "get",
                "/api/v1/topics", "get",
                "/api/v1/sessions", "post",
                "/api/v1/sessions/current", "delete",
                "/api/v1/imports", "post",
                "/api/v1/imports/{id}", "get");
        calls.forEach((path, method) -> assertThat(
                        paths.path(path).path(method).path("responses").size())
                .as(method + " " + path)
                .isPositive());
        assertThat(paths.path("/api/v1/imports").path("post").toString()).contains("bearer");
        assertThat(paths.path("/api/v1/articles").path("get").path("parameters"))
                .extracting(parameter -> parameter.path("name").asText())
                .contains("topic", "author", "cursor", "limit");
    }

    @Test
    void describesWhatItsCallsAnswer() {
        JsonNode description = site.json(site.get("/openapi?format=JSON"));
        List<String> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                JsonNode schema = call.getValue().at("/responses/200/content/application~1json/schema");
                if (!schema.isMissingNode()) {
                    String name = call.getKey() + " " + path.getKey();
                    answers.add(name);
                    JsonNode found = resolved(schema, description);
                    assertThat(found.has("properties") || found.has("additionalProperties") || found.has("items"))
                            .as("%s: %s, %s", name, schema, found)
                            .isTrue();
                }
            }
        }
        assertThat(answers).contains("put /api/v1/articles/{slug}/like", "get /api/v1/articles/{id}/comparison");
        assertThat(store.server().log()).noneMatch(line -> line.contains("Could not find schema class"));
    }

    private static JsonNode resolved(JsonNode schema, JsonNode description) {
        return schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles/" + DAMAGED, "/api/v1/articles/" + DAMAGED})
    void logsWhatFailsUnderTheIdOfTheAnswer(String path) {
        MongoCollection<Document> articles = store.database().getCollection("articles");
        articles.insertOne(new Document("slugs", List.of(DAMAGED)).append("state", "APPROVED"));
        try {
            HttpResponse<String> response = site.get(path);
            assertThat(response.statusCode()).isEqualTo(500);
            String id = response.headers().firstValue("X-Request-Id").orElseThrow();
            if (!path.startsWith("/api")) {
                assertThat(Jsoup.parse(response.body()).text()).contains(id);
            }
            assertThat(response.body()).doesNotContain("Exception", "org.ardina");
            JsonNode event = Awaitility.await("the failure is logged")
                    .until(
                            () -> store.server().serverLog().events().stream()
                                    .filter(each ->
                                            each.path("requestId").asText().equals(id))
                                    .filter(each ->
                                            each.path("loglevel").asText().equals("SEVERE"))
                                    .findFirst(),
                            found -> found.isPresent())
                    .orElseThrow();
            assertThat(event.path("ibm_stackTrace").asText()).contains("org.ardina");
        } finally {
            articles.deleteOne(new Document("slugs", DAMAGED));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST | /api/v1/sessions | application/json                  | {"username":"admin","password":"secret-in-transit
                    POST | /api/v1/sessions | application/json                  | ["secret-in-transit"]
                    POST | /api/v1/sessions | application/json                  | ''
                    POST | /api/v1/imports  | multipart/form-data               | secret-in-transit
                    POST | /api/v1/imports  | multipart/form-data; boundary=abc | secret-in-transit
                    POST | /api/v1/imports  | text/plain                        | secret-in-transit
                    GET  | /api/v1/articles?limit=many | application/json       | ''
                    """)
    void blamesNobodyForWhatASenderGetsWrong(String method, String path, String type, String body) {
        String token = site.adminToken();
        HttpResponse<String> response = site.send(site.request(path)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 415);
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.body()).doesNotContain("Exception", "org.ardina", "secret-in-transit");
        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(store.server().serverLog().events())
                .noneMatch(event -> event.path("requestId").asText().equals(id)
                        && event.path("loglevel").asText().matches("WARNING|ERROR|SEVERE|FATAL"));
        assertThat(store.server().log()).noneMatch(line -> line.contains("secret-in-transit") || line.contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/latest?cursor=%zz", "/?lang=%zz", "/api/v1/articles?cursor=%zz"})
    void refusesAddressesThatNoClientWrites(String target) {
        String answer = site.rawGet(target);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("X-Request-Id")
                .doesNotContain("Exception", "org.ardina");
        assertThat(answer).containsAnyOf("That address does not make sense to us", "\"status\":400");
    }

    @Test
    void printsEventsAndTheGreetingAndNoSecret() {
        String token = site.adminToken();
        site.get("/api/v1/imports/0123456789abcdef01234567", "Authorization", "Bearer " + token);
        ServerLog log = store.server().serverLog();
        assertThat(log.others())
                .hasSizeBetween(2, 3)
                .allMatch(line ->
                        line.strip().matches("(Ardina is ready at http://|Log in as admin with |Its data is in ).*"));
        assertThat(log.events()).hasSizeGreaterThan(10).allSatisfy(event -> {
            assertThat(event.path("ibm_datetime").asText()).isNotBlank();
            assertThat(event.has("message")).isTrue();
        });
        assertThat(log.lines()).noneMatch(line -> line.contains(ServerProcess.ADMIN_PASSWORD) || line.contains(token));
    }
}
