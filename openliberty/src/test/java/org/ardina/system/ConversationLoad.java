package org.ardina.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How fast comments are taken, and what the first page of a long conversation costs beside that of a short one. The limits
 * of registrations, comments and calls have to be out of the way.
 */
final class ConversationLoad {

    private static final int CLIENTS = 32;
    private static final int COMMENTS = 5000;
    private static final int THREADS = 800;
    private static final int FEW_COMMENTS = 20;
    private static final int FEW_THREADS = 5;
    private static final int ROUNDS = 20;
    private static final int WARM_UP_SECONDS = 40;
    private static final int POSTING_ROUNDS = 5;
    private static final int POSTING_SECONDS = 10;
    private static final List<String> WORDS = List.of(
            "the",
            "harbour",
            "ferry",
            "council",
            "roof",
            "quiet",
            "morning",
            "bell",
            "river",
            "school",
            "tram",
            "market",
            "garden",
            "library",
            "street",
            "bridge",
            "winter",
            "bakery",
            "station",
            "square",
            "old",
            "new",
            "green",
            "long",
            "paper",
            "music",
            "window",
            "light",
            "rain",
            "walk",
            "story",
            "neighbour",
            "children",
            "lamp",
            "clock",
            "door");

    private final NewsSite site;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> tokens = new ArrayList<>();
    private final LoadGenerator load;

    ConversationLoad(ServerProcess server, LoadGenerator load) {
        this.site = server.site();
        this.address = server.address();
        this.load = load.with(CLIENTS);
    }

    /** Fills two articles with comments, and prints what their first pages cost; then how fast comments are taken by a third. */
    void measure(String longTalk, String shortTalk, String busyTalk) throws IOException, InterruptedException {
        for (int i = 0; i < CLIENTS; i++) {
            tokens.add(String.valueOf(Api.newReader(site).token()));
        }
        fill(shortTalk, FEW_THREADS, FEW_COMMENTS);
        fill(longTalk, THREADS, COMMENTS);
        System.out.println("| First page of comments | 20 comments | 5,000 comments | ratio |");
        System.out.println("|---|---:|---:|---:|");
        for (String path : List.of("", "/comments")) {
            compare(path, "/articles/" + shortTalk + path, "/articles/" + longTalk + path);
        }
        compare(
                "API",
                "/api/v1/articles/" + shortTalk + "/comments?limit=5",
                "/api/v1/articles/" + longTalk + "/comments?limit=5");
        posting(busyTalk);
    }

    /** Posts as fast as comments are taken, and looks whether all that were acknowledged are there. */
    private void posting(String slug) throws IOException {
        Path readers = Files.write(load.scripts().resolve("readers.txt"), tokens);
        Path words = Files.write(load.scripts().resolve("words.txt"), WORDS);
        String comments =
                address.resolve("/api/v1/articles/" + slug + "/comments").toString();
        double[] rates = new double[POSTING_ROUNDS];
        long acknowledged = 0;
        for (int round = -1; round < POSTING_ROUNDS; round++) {
            LoadGenerator.Result result = load.during(round < 0 ? WARM_UP_SECONDS : POSTING_SECONDS)
                    .run(
                            comments,
                            List.of(),
                            "comments.lua",
                            List.of(readers.toString(), words.toString(), Integer.toString(round + 2)));
            acknowledged += result.requests() - result.failed();
            if (round >= 0) {
                rates[round] = result.perSecond();
            }
        }
        long there =
                new Talk(Api.anonymous(site), slug).article().path("comments").asLong();
        System.out.printf(
                Locale.ROOT,
                "comments taken from %d clients: %.0f/s (%.0f to %.0f); %d acknowledged, %d there (at most %d were on their"
                        + " way when a round ended)%n",
                CLIENTS,
                median(rates),
                Arrays.stream(rates).min().orElseThrow(),
                Arrays.stream(rates).max().orElseThrow(),
                acknowledged,
                there,
                CLIENTS * (POSTING_ROUNDS + 1));
    }

    private void compare(String name, String few, String many) throws IOException, InterruptedException {
        double[] fewMillis = new double[ROUNDS];
        double[] manyMillis = new double[ROUNDS];
        long[] bytes = new long[2];
        for (int round = 0; round < ROUNDS; round++) {
            fewMillis[round] = get(few, bytes, 0, round % 2 == 0);
            manyMillis[round] = get(many, bytes, 1, round % 2 == 0);
        }
        double fewMedian = median(fewMillis);
        double manyMedian = median(manyMillis);
        String shown = name.isEmpty() ? "under the story" : name;
        System.out.printf(
                Locale.ROOT, "| %s, ms | %.2f | %.2f | %.2f |%n", shown, fewMedian, manyMedian, manyMedian / fewMedian);
        System.out.printf(
                Locale.ROOT,
                "| %s, bytes compressed | %d | %d | %.2f |%n",
                shown,
                bytes[0],
                bytes[1],
                (double) bytes[1] / bytes[0]);
    }

    /** The time of a page that is dropped, as somebody has just liked its story or taken that back. */
    private double get(String path, long[] bytes, int place, boolean liked) throws IOException, InterruptedException {
        boolean page = !path.startsWith("/api/");
        if (page) {
            String slug = path.substring("/articles/".length()).replace("/comments", "");
            new Talk(new Api(site, tokens.get(0)), slug).like(liked);
        }
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .headers("Accept-Encoding", "gzip", "Accept-Language", "en")
                .build();
        double millis = 0;
        // A page is dropped some moments after the change: until then it comes out of the cache.
        for (int attempt = 0; attempt < 200; attempt++) {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            millis = (System.nanoTime() - begun) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            bytes[place] = answer.body().length;
            boolean kept = answer.headers()
                    .firstValue("Cache-Status")
                    .map(status -> status.contains("; hit"))
                    .orElse(false);
            if (!page || !kept) {
                return millis;
            }
        }
        return millis;
    }

    private void fill(String slug, int threads, int comments) throws InterruptedException, IOException {
        List<String> firsts = post(slug, threads, null);
        post(slug, comments - threads, firsts);
    }

    /** Posts from all clients at once, in turn as answers to these, and returns the ids. */
    private List<String> post(String slug, int count, @Nullable List<String> parents) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Callable<List<String>>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String token = tokens.get(client);
                Random random = new Random(client + 31L * count);
                clients.add(() -> {
                    List<String> ids = new ArrayList<>();
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        ids.add(send(
                                slug, token, random, parents == null ? null : parents.get(number % parents.size())));
                    }
                    return ids;
                });
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> client : executor.invokeAll(clients)) {
                all.addAll(client.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            executor.shutdownNow();
        }
    }

    private String send(String slug, String token, Random random, @Nullable String parent)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(i % 8 == 7 ? ". " : " ");
        }
        String body =
                Api.object().put("body", text.toString()).put("parent", parent).toString();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/articles/" + slug + "/comments"))
                        .headers("Content-Type", "application/json", "Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return site.json(answer).path("id").asText();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
