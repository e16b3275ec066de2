package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people read through two replicas is counted, with Redis or without. */
@ExtendWith(TwoReplicas.Provider.class)
class PopularityIT {

    private static final int ARTICLES = 30;
    private static final int TOP = 20;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final TwoReplicas replicas;

    PopularityIT(TwoReplicas replicas) {
        this.replicas = replicas;
    }

    @AfterEach
    void mend() {
        replicas.second().redis().restore();
        replicas.second().awaitRedis(true);
    }

    @Test
    void countsWhatPeopleReadThroughEitherReplica() {
        List<String> slugs = slugs("counted");
        Map<String, Long> before = views(replicas.first(), slugs);
        read(slugs, 40, 1);
        Map<String, Long> expected = expected(slugs, 40, before);
        awaitViews(slugs, expected);
        assertRanking("counted", slugs);
    }

    @Test
    void countsWithoutRedisToo() {
        replicas.second().redis().cut();
        replicas.second().awaitRedis(false);
        List<String> slugs = slugs("counted-without-redis");
        Map<String, Long> before = views(replicas.first(), slugs);
        // Above what the other test counts, so that these are the most popular if it was first.
        read(slugs, 80, 2);
        assertThat(replicas.second().site().isStoreAvailable("redis")).isFalse();
        awaitViews(slugs, expected(slugs, 80, before));
        assertRanking("counted-without-redis", slugs);
    }

    @Test
    void countsNobodyElse() {
        List<String> slugs = slugs("uncounted").subList(0, 3);
        NewsSite site = replicas.first().site();
        String path = "/articles/" + slugs.get(0);
        assertThat(site.get(path, "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get(path, "User-Agent", BROWSER + "a", "Sec-Purpose", "prefetch;prerender")
                        .statusCode())
                .isEqualTo(200);
        String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(path, "User-Agent", BROWSER + "b", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.send(site.request(path)
                                .header("User-Agent", BROWSER + "c")
                                .method("HEAD", BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        // What is counted after all of these tells when they would have been.
        read(slugs.subList(1, 2), 1, 3);
        awaitViews(slugs.subList(1, 2), Map.of(slugs.get(1), 1L));
        assertThat(views(replicas.second(), slugs).get(slugs.get(0))).isZero();
    }

    @Test
    void refusesPeriodsThatAreNone() {
        NewsSite site = replicas.first().site();
        assertThat(site.status("/popular?period=year")).isEqualTo(400);
        assertThat(site.status("/popular?topic=no-such-topic")).isEqualTo(404);
        for (String period : List.of("hour", "day", "week", "month")) {
            assertThat(site.status("/popular?period=" + period)).isEqualTo(200);
        }
        for (String query : List.of("sort=popular&period=year", "sort=latest&period=day", "sort=popular&q=ferry")) {
            assertThat(site.get("/api/v1/articles?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(site.get("/popular?period=week&lang=pt").headers().firstValue("Location"))
                .contains("/popular?period=week");
    }

    private List<String> slugs(String name) {
        List<String> slugs =
                IntStream.range(0, ARTICLES).mapToObj(i -> name + "-" + i).toList();
        replicas.add(slugs);
        slugs.forEach(slug -> replicas.change(slug, "content.topic", name));
        return slugs;
    }

    /** Each article is read by fewer than the one before, in any order, through both replicas; some read it again. */
    private void read(List<String> slugs, int most, long seed) {
        List<Integer> reads = new ArrayList<>();
        for (int article = 0; article < slugs.size(); article++) {
            reads.addAll(Collections.nCopies(most - article, article));
        }
        Random random = new Random(seed);
        Collections.shuffle(reads, random);
        int reader = 0;
        for (int article : reads) {
            NewsSite site = replicas.both().get(reader % 2).site();
            String agent = BROWSER + seed + "." + reader++;
            for (int times = random.nextInt(4) == 0 ? 2 : 1; times > 0; times--) {
                assertThat(site.get("/articles/" + slugs.get(article), "User-Agent", agent)
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static Map<String, Long> expected(List<String> slugs, int most, Map<String, Long> before) {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (int article = 0; article < slugs.size(); article++) {
            String slug = slugs.get(article);
            expected.put(slug, (long) most - article + before.getOrDefault(slug, 0L));
        }
        return expected;
    }

    private void awaitViews(List<String> slugs, Map<String, Long> expected) {
        for (Replica replica : replicas.both()) {
            Awaitility.await("the reads of both")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(views(replica, slugs)).isEqualTo(expected));
        }
    }

    private static Map<String, Long> views(Replica replica, List<String> slugs) {
        Map<String, Long> views = new LinkedHashMap<>();
        for (String slug : slugs) {
            views.put(
                    slug,
                    replica.site()
                            .json(replica.site().get("/api/v1/articles/" + slug))
                            .path("views")
                            .longValue());
        }
        return views;
    }

    /**
     * Both replicas tell the same order of these articles, in their topic for every period, and in the whole paper for those
     * whose rankings do not stay for longer than a test waits.
     */
    private void assertRanking(String topic, List<String> slugs) {
        List<String> top = slugs.subList(0, TOP);
        for (Replica replica : replicas.both()) {
            for (String query : List.of(
                    "hour",
                    "day",
                    "hour&topic=" + topic,
                    "day&topic=" + topic,
                    "week&topic=" + topic,
                    "month&topic=" + topic)) {
                Awaitility.await(query)
                        .atMost(Duration.ofMinutes(4))
                        .untilAsserted(
                                () -> assertThat(ranked(replica, query, slugs)).startsWith(top.toArray(String[]::new)));
            }
        }
    }

    /** The slugs of those of these articles that are among the most popular, in their order. */
    private static List<String> ranked(Replica replica, String query, List<String> slugs) {
        List<String> ranked = new ArrayList<>();
        for (JsonNode article : replica.site()
                .json(replica.site().get("/api/v1/articles?limit=100&sort=popular&period=" + query))
                .path("items")) {
            ranked.add(article.path("slug").asText());
        }
        ranked.retainAll(slugs);
        return ranked;
    }
}
