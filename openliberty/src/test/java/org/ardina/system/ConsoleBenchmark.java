package org.ardina.system;

import static com.mongodb.client.model.Filters.eq;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.ardina.embedded.EmbeddedMongo;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Tells how long pages of the console take with 100,000 articles, 10,000 of which wait for a decision, and the memory of
 * the server. The articles are written into an embedded MongoDB in the benchmark's own process.
 */
final class ConsoleBenchmark {

    private static final int ARTICLES = 100_000;
    private static final int PENDING = 10_000;
    private static final int DRAFTS = 5_000;
    private static final int AT_ONCE = 1000;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 100;
    private static final int AUTHORS = 500;
    private static final List<String> TOPICS = List.of("city", "world", "harbour", "culture", "sport");
    private static final List<String> WORDS = List.of(
            "the",
            "of",
            "harbour",
            "council",
            "bridge",
            "strike",
            "ferry",
            "budget",
            "school",
            "river",
            "election",
            "museum",
            "storm",
            "market",
            "tram",
            "library",
            "hospital",
            "court",
            "festival",
            "housing");

    private final ServerProcess ardina;
    private final String session;

    private ConsoleBenchmark(ServerProcess ardina) {
        this.ardina = ardina;
        this.session = "session=" + ardina.site().adminToken();
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = TestDirectory.make("console-benchmark");
        EmbeddedMongo mongo = new EmbeddedMongo();
        String uri = mongo.start(directory.resolve("store"));
        Map<String, String> configuration = new HashMap<>(ServerProcess.AS_SHIPPED);
        configuration.putAll(Map.of(
                "ARDINA_MONGODB_URI", uri,
                "ARDINA_DEMONSTRATION_ENABLED", "false",
                "ARDINA_LIMITS_API_PER_MINUTE", "1000000000"));
        try (MongoClient client = MongoClients.create(uri);
                ServerProcess ardina = ServerProcess.start(directory, configuration)) {
            fill(
                    client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                            .getCollection("articles"),
                    Api.admin(ardina.site()));
            new ConsoleBenchmark(ardina).measure();
        } finally {
            mongo.close();
        }
    }

    private void measure() throws IOException {
        System.out.printf("resident before: %d MB%n", memory("VmRSS"));
        System.out.printf(
                "%n| Page of the console | rows | median ms | 95 %% | slowest |%n|---|---:|---:|---:|---:|%n");
        for (String page : List.of(
                "review",
                "articles",
                "articles?state=DRAFT",
                "articles?state=APPROVED&topic=sport",
                "articles?author=author-7",
                "articles?q=storm",
                "articles?q=the+storm&state=PENDING&author=author-7",
                "articles?q=library+tram&from=2025-03-01&to=2025-03-31",
                "front",
                "dashboard")) {
            measure(page);
        }
        System.out.printf("%nresident: %d MB, at most %d MB%n", memory("VmRSS"), memory("VmHWM"));
    }

    private void measure(String page) {
        for (int i = 0; i < WARM_UP; i++) {
            open(page);
        }
        double[] millis = new double[ROUNDS];
        int rows = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            String body = open(page);
            millis[i] = (System.nanoTime() - start) / 1e6;
            rows = body.split("data-ri=", -1).length - 1;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f |%n",
                page,
                rows,
                millis[ROUNDS / 2],
                millis[ROUNDS * 95 / 100],
                millis[ROUNDS - 1]);
    }

    private String open(String page) {
        HttpResponse<String> answer = ardina.site().get("/console/" + page, "Cookie", session);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private long memory(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + ardina.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Makes many articles of one that the server has written. */
    private static void fill(MongoCollection<Document> articles, Api admin) {
        TOPICS.forEach(
                topic -> admin.post("/topics", Api.object().put("slug", topic).put("name", topic)));
        JsonNode pattern = admin.site()
                .json(admin.post(
                        "/articles",
                        Api.object()
                                .put("headline", "Pattern")
                                .put("standfirst", "What stands under the headline of each of them.")
                                .put("body", "<p>" + "Some words of a text. ".repeat(120) + "</p>")
                                .put("topic", "city")));
        Document article = Objects.requireNonNull(
                articles.find(eq("_id", new ObjectId(pattern.path("id").asText())))
                        .first());
        Random random = new Random(1);
        Instant now = Instant.now();
        List<Document> batch = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < ARTICLES; i++) {
            String state = i < PENDING ? "PENDING" : i < PENDING + DRAFTS ? "DRAFT" : "APPROVED";
            batch.add(article(article, i, state, now.minus(Duration.ofMinutes(7L * i)), random));
            if (batch.size() == AT_ONCE) {
                articles.insertMany(batch);
                batch.clear();
            }
        }
        System.out.printf(Locale.ROOT, "%d articles written in %.0f s%n", ARTICLES, (System.nanoTime() - start) / 1e9);
    }

    private static Document article(Document pattern, int number, String state, Instant time, Random random) {
        String topic = TOPICS.get(random.nextInt(TOPICS.size()));
        String author = "author-" + random.nextInt(AUTHORS);
        List<String> words =
                random.ints(7, 0, WORDS.size()).mapToObj(WORDS::get).toList();
        Document content = new Document(Objects.requireNonNull(pattern.get("content", Document.class)))
                .append("headline", String.join(" ", words) + " " + number)
                .append("topic", topic)
                .append("authors", List.of(new Document("username", author).append("name", author)));
        List<String> keys = new ArrayList<>(List.of(
                "*",
                "s " + state,
                "t " + topic,
                "st " + state + " " + topic,
                "a " + author,
                "sa " + state + " " + author,
                "w " + number));
        words.stream().distinct().forEach(word -> keys.add("w " + word));
        Document article = new Document(pattern)
                .append("_id", new ObjectId())
                .append("slugs", List.of("article-" + number))
                .append("content", content)
                .append("state", state)
                .append("changedAt", Date.from(time))
                .append("updatedAt", Date.from(time))
                .append("listedAt", Date.from(time))
                .append("listed", keys);
        if (state.equals("PENDING")) {
            article.append("waitingSince", Date.from(time));
        } else if (state.equals("APPROVED")) {
            article.append("publishedAt", Date.from(time));
        }
        return article;
    }
}
