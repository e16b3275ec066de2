package org.ardina.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.SharedData;
import org.jspecify.annotations.Nullable;

/**
 * Compares the packaged site with nginx, and with a servlet on a server like its own, that serve the same bytes, in one
 * run: in turns each of them shares the same two processors with the load. (On one processor the readers' threads would
 * keep the compiler from its work for minutes.) Prints a table of requests per second, ratios and processor time per
 * request. Needs wrk, nginx and taskset.
 *
 * <p>Arguments: files of articles to import (JSON Lines, compressed or not); without them those that lie beside the
 * project.
 */
final class SiteBenchmark {

    private static final String PROCESSORS = "0,1";
    private static final int ROUNDS = 3;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 40;
    private static final int CONNECTIONS = 32;
    private static final int JUNK = 1_000_000;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    private static final String CRAWLER = "Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.org/robot)";
    private static final int JUNK_SECONDS = 20;
    private static final int MIX_SECONDS = 10;
    private static final double TICKS_PER_SECOND = 100;
    private static final List<String> GZIP = List.of("Accept-Encoding: gzip", "Accept-Language: en");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ANSWERS =
            Pattern.compile("^ardina_page_(hits|shared_hits|misses)_total\\{[^}]*} ([0-9.E+-]+)$", Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final ServerProcess ardina;
    private final StaticServer nginx;
    private final BareServer bare;
    private final LoadGenerator load;
    private final Path articles;
    private final Path mix;

    private SiteBenchmark(
            ServerProcess ardina, StaticServer nginx, BareServer bare, LoadGenerator load, Path articles, Path mix) {
        this.ardina = ardina;
        this.nginx = nginx;
        this.bare = bare;
        this.load = load;
        this.articles = articles;
        this.mix = mix;
    }

    public static void main(String[] files) throws IOException, InterruptedException {
        Path directory = TestDirectory.make("benchmark");
        // Pages are all visited at the beginning, and would all grow old at the same time, in the middle of the table.
        Map<String, String> configuration = new HashMap<>(ServerProcess.AS_SHIPPED);
        configuration.putAll(Map.of(
                "ARDINA_PAGES_LIFETIME", "PT2H",
                "ARDINA_DEMONSTRATION_ENABLED", "false",
                "ARDINA_TRUSTED_PROXIES", "127.0.0.0/8,::1",
                "ARDINA_LIMITS_FAILED_LOGINS", "1000000000",
                "ARDINA_LIMITS_REGISTRATIONS_PER_HOUR", "1000000000",
                "ARDINA_LIMITS_COMMENTS_PER_MINUTE", "1000000000",
                "ARDINA_LIMITS_API_PER_MINUTE", "1000000000"));
        try (ServerProcess ardina = ServerProcess.start(directory, configuration);
                StaticServer nginx = StaticServer.start(directory.resolve("nginx"), PROCESSORS);
                BareServer bare = BareServer.start(directory.resolve("bare"), nginx.files(), PROCESSORS)) {
            importAll(ardina, input(files, directory));
            run("taskset", "-a", "-p", "-c", PROCESSORS, Long.toString(ardina.pid()));
            List<String> slugs = ArticleList.of(ardina.site(), "").values("slug");
            Path articles = directory.resolve("articles.txt");
            Files.write(
                    articles, slugs.stream().map(slug -> "/articles/" + slug).toList());
            Path mix = directory.resolve("mix.txt");
            List<String> addresses = new ArrayList<>(List.of("/", "/latest"));
            addresses.addAll(Files.readAllLines(articles));
            Files.write(mix, addresses);
            new SiteBenchmark(
                            ardina,
                            nginx,
                            bare,
                            new LoadGenerator(directory, PROCESSORS, CONNECTIONS, SECONDS),
                            articles,
                            mix)
                    .measure(addresses);
        }
    }

    private void measure(List<String> addresses) throws IOException, InterruptedException {
        firstVisits(addresses);
        String hot = addresses.get(addresses.size() / 2);
        say("warming up");
        bare.await(file(hot));
        load.during(WARM_UP_SECONDS).run(of(bare.address(), file(hot)), GZIP);
        load.during(WARM_UP_SECONDS).run(of(ardina.address(), hot), GZIP);
        load.during(WARM_UP_SECONDS).run(of(ardina.address(), "/"), GZIP, "addresses.lua", list(articles, "even"));
        System.out.printf("%n| Pages | nginx/s | bare servlet/s | Ardina/s | of nginx | of the servlet"
                + " | nginx µs | servlet µs | Ardina µs | p99 ms |%n");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        compare("hot article", hot, null, List.of());
        compare("front page", "/", null, List.of());
        compare("any article", "/", "addresses.lua", list(articles, "even"));
        compare("mix by Zipf's law", "/", "addresses.lua", list(mix, "zipf"));
        System.out.println();
        uncached(addresses);
        loggedIn(hot);
        counted(hot);
        junk();
        loginStorm(hot);
        search();
        List<String> stories = Files.readAllLines(articles);
        new ConversationLoad(ardina, load).measure(slug(stories.get(0)), slug(stories.get(1)), slug(stories.get(2)));
        System.out.printf("resident: %d MB, at most %d MB%n", status("VmRSS"), status("VmHWM"));
    }

    private static String slug(String address) {
        return address.substring("/articles/".length());
    }

    /** Asks for every page once, as nobody did before, and gives nginx its bytes. */
    private void firstVisits(List<String> addresses) throws IOException, InterruptedException {
        long[] bytes = new long[1];
        double millis = visits(addresses, "en", (address, body) -> {
            bytes[0] += body.length;
            nginx.put(file(address), body);
        });
        System.out.printf(
                Locale.ROOT,
                "first visit of %d pages: %.2f ms of processor each, compiler and embedded store included; %.1f KB"
                        + " compressed%n",
                addresses.size(),
                millis,
                bytes[0] / 1024.0 / addresses.size());
    }

    /** Asks for every page once in a language in which nobody has, when the server has run for a while. */
    private void uncached(List<String> addresses) throws IOException, InterruptedException {
        double millis = visits(addresses, "pt", (address, body) -> {});
        System.out.printf(
                Locale.ROOT,
                "page that is in no cache: %.2f ms of processor, request, embedded store and compression included%n",
                millis);
    }

    /** Asks for pages one after another, and returns the milliseconds of processor time that each took. */
    private double visits(List<String> addresses, String language, Visit visit)
            throws IOException, InterruptedException {
        say("visits in " + language);
        double before = processorSeconds(ardina.pid());
        for (String address : addresses) {
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(ardina.address().resolve(address))
                            .headers("Accept-Encoding", "gzip", "Accept-Language", language)
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answers " + answer.statusCode());
            }
            visit.take(address, answer.body());
        }
        return (processorSeconds(ardina.pid()) - before) * 1000 / addresses.size();
    }

    /** Takes the page of an address. */
    private interface Visit {

        void take(String address, byte[] body) throws IOException;
    }

    private void compare(String name, String path, @Nullable String script, List<String> arguments) {
        List<String> forNginx = new ArrayList<>(arguments);
        if (script != null) {
            Path source = Path.of(arguments.get(0));
            Path files = source.resolveSibling("nginx-" + source.getFileName());
            try {
                Files.write(
                        files,
                        Files.readAllLines(source).stream()
                                .map(SiteBenchmark::file)
                                .toList());
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
            forNginx.set(0, files.toString());
        }
        Rounds peer = new Rounds();
        Rounds platform = new Rounds();
        Rounds site = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            peer.add(timed(nginx.workers(), of(nginx.address(), file(path)), GZIP, script, forNginx));
            platform.add(timed(List.of(bare.pid()), of(bare.address(), file(path)), GZIP, script, forNginx));
            site.add(timed(List.of(ardina.pid()), of(ardina.address(), path), GZIP, script, arguments));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.2f | %.2f | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                peer.perSecond(),
                platform.perSecond(),
                site.perSecond(),
                site.perSecond() / peer.perSecond(),
                site.perSecond() / platform.perSecond(),
                peer.micros(),
                platform.micros(),
                site.micros(),
                site.p99Millis());
    }

    private void loggedIn(String hot) {
        String token = ardina.site().adminToken();
        List<String> headers = new ArrayList<>(GZIP);
        headers.add("Cookie: session=" + token);
        load.run(of(ardina.address(), hot), headers);
        double[] anonymous = new double[ROUNDS];
        double[] known = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            anonymous[round] = load.run(of(ardina.address(), hot), GZIP).perSecond();
            known[round] = load.run(of(ardina.address(), hot), headers).perSecond();
        }
        System.out.printf(
                Locale.ROOT,
                "logged in: %.0f/s, anonymous: %.0f/s, ratio %.2f%n",
                median(known),
                median(anonymous),
                median(known) / median(anonymous));
    }

    /** Readers each of whom counts, beside programs none of whom does. */
    private void counted(String hot) {
        double[] readers = new double[ROUNDS];
        double[] programs = new double[ROUNDS];
        load.during(WARM_UP_SECONDS)
                .run(of(ardina.address(), hot), GZIP, "readers.lua", List.of(BROWSER, Integer.toString(ROUNDS)));
        for (int round = 0; round < ROUNDS; round++) {
            readers[round] = visitors(hot, BROWSER, round);
            programs[round] = visitors(hot, CRAWLER, round);
        }
        System.out.printf(
                Locale.ROOT,
                "a read that counts: %.1f µs of processor (%.1f to %.1f), one that does not: %.1f µs (%.1f to %.1f)%n",
                median(readers),
                Arrays.stream(readers).min().orElseThrow(),
                Arrays.stream(readers).max().orElseThrow(),
                median(programs),
                Arrays.stream(programs).min().orElseThrow(),
                Arrays.stream(programs).max().orElseThrow());
    }

    private double visitors(String hot, String agent, int round) {
        List<String> arguments = List.of(agent, Integer.toString(round));
        return timed(List.of(ardina.pid()), of(ardina.address(), hot), GZIP, "readers.lua", arguments)
                .micros();
    }

    /** Searches by two words, of which hardly any two are the same, through the page and through the API. */
    private void search() throws IOException {
        ardina.site().get("/search?q=warm");
        new SearchPages(ardina.site()).awaitComplete();
        Path queries = articles.resolveSibling("searches.txt");
        Files.write(
                queries,
                twoWords(20_000).stream().map(words -> "/search?q=" + words).toList());
        Path calls = articles.resolveSibling("calls.txt");
        Files.write(
                calls,
                Files.readAllLines(queries).stream()
                        .map(address -> "/api/v1/articles?limit=10&" + address.substring("/search?".length()))
                        .toList());
        for (Path list : List.of(queries, calls)) {
            String name = list.equals(queries) ? "pages" : "API";
            load.during(WARM_UP_SECONDS).run(of(ardina.address(), "/"), GZIP, "addresses.lua", list(list, "even"));
            Rounds rounds = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(timed(
                        List.of(ardina.pid()), of(ardina.address(), "/"), GZIP, "addresses.lua", list(list, "even")));
            }
            System.out.printf(
                    Locale.ROOT,
                    "two-word searches (%s): %.0f/s, %.0f µs of processor each, p99 %.1f ms%n",
                    name,
                    rounds.perSecond(),
                    rounds.micros(),
                    rounds.p99Millis());
        }
    }

    /** Two words each from the same headline, as they go into an address. */
    private List<String> twoWords(int count) {
        Random random = new Random(42);
        List<String> headlines = ArticleList.of(ardina.site(), "").values("headline");
        List<String> queries = new ArrayList<>();
        while (queries.size() < count) {
            List<String> words = new ArrayList<>(WORD.matcher(headlines.get(random.nextInt(headlines.size())))
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .toList());
            if (words.size() >= 2) {
                Collections.shuffle(words, random);
                queries.add(URLEncoder.encode(words.get(0) + " " + words.get(1), StandardCharsets.UTF_8));
            }
        }
        return queries;
    }

    /**
     * Lets a scan go by and compares how often pages were at hand in the ordinary mix before it and meanwhile. The mix goes
     * on between its parts, as pages that nobody asks for grow old without any scan.
     */
    private void junk() {
        hitRatio(0);
        double[] before = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            before[round] = hitRatio(1 + round);
        }
        List<Double> meanwhile = new ArrayList<>();
        long asked = 0;
        while (asked < JUNK) {
            asked += load.during(JUNK_SECONDS)
                    .run(of(ardina.address(), "/"), GZIP, "junk.lua", List.of())
                    .requests();
            meanwhile.add(hitRatio(100 + meanwhile.size()));
            say(asked + " junk addresses");
        }
        System.out.printf(
                Locale.ROOT,
                "at hand in the mix: %.4f before, %.4f on average during a scan of %d junk addresses, %.4f at its end%n",
                median(before),
                meanwhile.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
                asked,
                meanwhile.get(meanwhile.size() - 1));
    }

    /** @param seed another for other readers */
    private double hitRatio(int seed) {
        Map<String, Double> before = answers();
        load.during(MIX_SECONDS)
                .run(
                        of(ardina.address(), "/"),
                        GZIP,
                        "addresses.lua",
                        List.of(mix.toString(), "zipf", Integer.toString(seed)));
        Map<String, Double> after = answers();
        after.replaceAll((kind, count) -> count - before.getOrDefault(kind, 0.0));
        double all = after.values().stream().mapToDouble(Double::doubleValue).sum();
        return after.getOrDefault("hits", 0.0) / all;
    }

    /** How many pages were at hand, came from Redis, or were rendered. */
    private Map<String, Double> answers() {
        Matcher matcher = ANSWERS.matcher(ardina.site().get("/metrics").body());
        Map<String, Double> answers = new HashMap<>();
        while (matcher.find()) {
            answers.put(matcher.group(1), Double.parseDouble(matcher.group(2)));
        }
        return answers;
    }

    private void loginStorm(String hot) {
        double[] quiet = new double[ROUNDS];
        double[] stormy = new double[ROUNDS];
        long attempts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            quiet[round] = load.run(of(ardina.address(), hot), GZIP).perSecond();
            Process storm = load.with(64)
                    .during(SECONDS + 2)
                    .start(of(ardina.address(), "/"), List.of(), "wrong-password.lua", List.of());
            stormy[round] = load.run(of(ardina.address(), hot), GZIP).perSecond();
            attempts += LoadGenerator.await(storm, "/api/v1/sessions").requests();
        }
        System.out.printf(
                Locale.ROOT,
                "anonymous pages while 64 clients try wrong passwords (%d tries): %.0f/s of %.0f/s, ratio %.2f%n",
                attempts,
                median(stormy),
                median(quiet),
                median(stormy) / median(quiet));
    }

    private record Timed(LoadGenerator.Result result, double micros) {}

    /** Several rounds of the same, of which the middle one counts. */
    private static final class Rounds {

        private final List<Timed> all = new ArrayList<>();

        void add(Timed round) {
            all.add(round);
        }

        double perSecond() {
            return middle(round -> round.result().perSecond());
        }

        double micros() {
            return middle(Timed::micros);
        }

        double p99Millis() {
            return middle(round -> round.result().p99Millis());
        }

        private double middle(ToDoubleFunction<Timed> value) {
            return median(all.stream().mapToDouble(value).toArray());
        }
    }

    private Timed timed(
            List<Long> processes,
            String address,
            List<String> headers,
            @Nullable String script,
            List<String> arguments) {
        double before = processorSeconds(processes);
        LoadGenerator.Result result =
                script == null ? load.run(address, headers) : load.run(address, headers, script, arguments);
        if (result.failed() > result.requests() / 1000) {
            say(result.failed() + " of " + result.requests() + " requests failed on " + address);
        }
        return new Timed(result, (processorSeconds(processes) - before) * 1_000_000 / result.requests());
    }

    private static double processorSeconds(List<Long> processes) {
        return processes.stream().mapToDouble(SiteBenchmark::processorSeconds).sum();
    }

    private static double processorSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            List<String> fields = List.of(Pattern.compile(" ").split(stat.substring(stat.lastIndexOf(')') + 2)));
            return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + ardina.pid() + "/status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void importAll(ServerProcess ardina, List<Path> files) {
        NewsSite site = ardina.site();
        String token = site.adminToken();
        for (Path file : files) {
            say("importing " + file.getFileName() + ": "
                    + site.importFile(token, file).path("imported").asInt() + " articles");
        }
    }

    private static List<Path> input(String[] files, Path directory) throws IOException {
        if (files.length > 0) {
            return Arrays.stream(files).map(Path::of).toList();
        }
        Path all = directory.resolve("articles.jsonl.gz");
        try (OutputStream output = Files.newOutputStream(all)) {
            for (Path set : SharedData.files("articles", ".jsonl.gz")) {
                if (!set.getFileName().toString().matches("(authors|topics)-.*")) {
                    Files.copy(set, output);
                }
            }
        }
        return List.of(all);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private static String of(URI server, String path) {
        return server.resolve(path).toString();
    }

    private static String file(String address) {
        return address.equals("/") ? "/front-page" : address;
    }

    private static List<String> list(Path file, String kind) {
        return List.of(file.toString(), kind);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void say(String message) {
        System.err.println(message);
    }
}
