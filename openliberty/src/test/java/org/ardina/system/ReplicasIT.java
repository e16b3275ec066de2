package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes is seen on every replica, by whatever way it hears of it. */
@ExtendWith(TwoReplicas.Provider.class)
class ReplicasIT {

    private static final int CHANGES = 500;
    private static final int CHANGES_WITHOUT_REDIS = 30;
    private static final List<String> SLUGS =
            IntStream.range(0, 20).mapToObj(i -> "replicas-" + i).toList();

    /** What is asserted is far more than what is aimed at, as the machine may be busy with other things. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Duration WITHOUT_CALLS = Duration.ofSeconds(5);

    /** For a single change: a machine may stand still for a moment. */
    private static final Duration EVER = Duration.ofSeconds(20);

    /** Longer than the change feed looks back. */
    private static final Duration SLEEP = Duration.ofSeconds(12);

    private final TwoReplicas replicas;
    private final AtomicInteger changes = new AtomicInteger();

    ReplicasIT(TwoReplicas replicas) {
        this.replicas = replicas;
        replicas.add(SLUGS);
    }

    @AfterEach
    void mend() {
        SLUGS.forEach(slug -> replicas.change(slug, "state", "APPROVED"));
        replicas.both().forEach(replica -> {
            replica.redis().restore();
            replica.awaitRedis(true);
        });
    }

    @Test
    void showsWhatIsChosenForTheFrontPage() {
        Api admin = Api.admin(replicas.first().site());
        JsonNode article = admin.json("/articles/" + SLUGS.get(3));
        for (Replica replica : replicas.both()) {
            assertThat(replica.site().status("/")).isEqualTo(200);
        }
        try {
            choose(admin, article.path("id").asText());
            for (Replica replica : replicas.both()) {
                Awaitility.await("the lead")
                        .atMost(EVER)
                        .until(() -> replica.site()
                                .page("/")
                                .select(".lead h2, .lead h3")
                                .eachText()
                                .contains(article.path("headline").asText()));
            }
        } finally {
            choose(admin, null);
        }
    }

    private static void choose(Api admin, @Nullable String lead) {
        ObjectNode choice = Api.object().put("lead", lead);
        choice.putArray("pins");
        assertThat(admin.put("/front-page", choice).statusCode()).isEqualTo(200);
    }

    @Test
    void showsEveryChangeAtOnce() throws Exception {
        try (Crowd crowd = new Crowd()) {
            for (Replica replica : replicas.both()) {
                crowd.keepAsking(
                        () -> replica.site().address("/articles/" + SLUGS.get(changes.get() / 3 % SLUGS.size())),
                        answer -> assertThat(answer.response().statusCode()).isIn(200, 404));
                crowd.keepAsking(
                        () -> replica.site().address("/"),
                        answer -> assertThat(answer.response().statusCode()).isEqualTo(200));
            }
            Figures seen = new Figures();
            for (int i = 0; i < CHANGES; i++) {
                seen.add(change(true));
            }
            crowd.stop();
            seen.print("Changes seen by both replicas");
            assertThat(seen.percentile(99)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void showsEveryChangeSoonWithoutRedis() {
        replicas.both().forEach(replica -> {
            replica.redis().cut();
            replica.awaitRedis(false);
        });
        Figures seen = new Figures();
        for (int i = 0; i < CHANGES_WITHOUT_REDIS; i++) {
            seen.add(change(false));
        }
        seen.print("Changes seen by both replicas without Redis");
        assertThat(seen.percentile(90)).isLessThan(WITHOUT_CALLS);
    }

    @Test
    void needsNoCallAndMindsNone() {
        Figures lost = new Figures();
        for (int i = 0; i < 6; i++) {
            lost.add(change(false));
        }
        lost.print("Changes whose call was lost");
        assertThat(lost.percentile(50)).isLessThan(WITHOUT_CALLS);
        double purges = replicas.sum("ardina_page_purges_total");
        for (int call = 0; call < 100; call++) {
            replicas.wake();
        }
        change(true);
        assertThat(replicas.sum("ardina_page_purges_total") - purges)
                .as("a call is no change")
                .isLessThan(10);
    }

    @Test
    void tellsACacheInFrontOnceForEachReplica() {
        String slug = "replicas-in-front";
        replicas.add(List.of(slug));
        HttpResponse<String> page = replicas.first().site().get("/articles/" + slug);
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("s-maxage=7200");
        List<String> tags =
                List.of(page.headers().firstValue("Surrogate-Key").orElse("").split(" ", -1));
        assertThat(page.headers().firstValue("Cache-Tag")).hasValue(String.join(",", tags));
        String own = tags.get(0);
        assertThat(own).startsWith("article:");
        replicas.change(slug, "content.standfirst", "Purged at " + System.nanoTime());
        replicas.wake();
        Awaitility.await("both replicas tell the cache in front")
                .atMost(EVER)
                .until(() -> replicas.purges().told().stream()
                                .filter(call -> call.startsWith("POST ")
                                        && List.of(call.split(" ", -1)).contains(own))
                                .count()
                        == 2);
    }

    @Test
    void catchesUpAfterSleep() throws IOException, InterruptedException {
        Replica sleeper = replicas.second();
        change(true);
        signal("STOP", sleeper);
        long begun = System.nanoTime();
        int made = 0;
        while (System.nanoTime() - begun < SLEEP.toNanos()) {
            for (String slug : SLUGS) {
                replicas.change(slug, "content.headline", "Asleep " + made);
            }
            made++;
            replicas.wake();
            String last = "Asleep " + (made - 1);
            await(
                    replicas.first().site(),
                    SLUGS.get(0),
                    answer -> headline(answer).equals(last));
        }
        signal("CONT", sleeper);
        String last = "Asleep " + (made - 1);
        for (String slug : SLUGS) {
            await(sleeper.site(), slug, answer -> headline(answer).equals(last));
        }
    }

    /** Corrects, archives and publishes in turn, and returns how long it took until both replicas showed it. */
    private Duration change(boolean call) {
        int number = changes.getAndIncrement();
        String slug = SLUGS.get(number / 3 % SLUGS.size());
        String headline = "Change " + number + " of " + System.nanoTime();
        long start = System.nanoTime();
        Predicate<HttpResponse<String>> shown = switch (number % 3) {
            case 0 -> {
                replicas.change(slug, "content.headline", headline);
                yield answer -> headline(answer).equals(headline);
            }
            case 1 -> {
                replicas.change(slug, "state", "ARCHIVED");
                yield answer -> answer.statusCode() == 404;
            }
            default -> {
                replicas.change(slug, "state", "APPROVED");
                yield answer -> answer.statusCode() == 200;
            }
        };
        if (call) {
            replicas.wake();
        }
        replicas.both().forEach(replica -> await(replica.site(), slug, shown));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void await(NewsSite site, String slug, Predicate<HttpResponse<String>> shown) {
        Awaitility.await(slug)
                .atMost(EVER)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> shown.test(site.get("/articles/" + slug)));
    }

    private static String headline(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("h1").text();
    }

    private static void signal(String name, Replica replica) throws IOException, InterruptedException {
        String pid = Long.toString(replica.server().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}
