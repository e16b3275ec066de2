package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that nobody has yet and that a thousand readers want: it is rendered once for all of them. */
@ExtendWith(TwoReplicas.Provider.class)
class ColdPageIT {

    private static final int READERS_OF_EACH = 500;
    private static final String RENDERS = "ardina_page_renders_total";
    private static final String FAILURES = "ardina_page_render_failures_total";
    private static final String PURGES = "ardina_page_purges_total";
    private static final Duration LONGER_THAN_A_LOOK_FOR_CHANGES = Duration.ofMillis(2500);
    private static final String MOST_READ = "ardina:page:most-read";

    private final TwoReplicas replicas;

    ColdPageIT(TwoReplicas replicas) {
        this.replicas = replicas;
    }

    /** A purge in the middle of rendering rightly asks for a second one: other tests' changes are to be taken in first. */
    @BeforeEach
    void awaitQuiet() {
        AtomicReference<Double> last = new AtomicReference<>(-1.0);
        Awaitility.await("no more purges")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(LONGER_THAN_A_LOOK_FOR_CHANGES)
                .until(() -> {
                    double purges = replicas.sum(PURGES);
                    return purges == last.getAndSet(purges);
                });
    }

    @Test
    void isRenderedOnce() {
        List<String> before =
                IntStream.range(0, 20).mapToObj(i -> "cold-before-" + i).toList();
        replicas.add(before);
        replicas.add(List.of("cold-once"));
        // A replica that has just started, or that another test has just mended, takes longer for its first pages than
        // the
        // other waits for it.
        replicas.both().forEach(replica -> before.forEach(slug -> replica.site().page("/articles/" + slug)));
        double renders = replicas.sum(RENDERS);
        try (Crowd crowd = new Crowd()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (Replica replica : replicas.both()) {
                answers.addAll(crowd.ask(replica.site().address("/articles/cold-once"), READERS_OF_EACH));
            }
            assertThat(answers)
                    .hasSize(2 * READERS_OF_EACH)
                    .allMatch(answer -> answer.join().statusCode() == 200);
        }
        assertThat(replicas.sum(RENDERS) - renders).isEqualTo(1);
    }

    @Test
    void isRenderedOnceMoreWhereTheFirstTimeFails() {
        replicas.add(List.of("cold-failing"));
        double renders = replicas.sum(RENDERS);
        double failures = replicas.sum(FAILURES);
        Replica failing = replicas.first();
        try (Crowd crowd = new Crowd()) {
            failing.mongo().silence();
            List<CompletableFuture<HttpResponse<String>>> refused =
                    crowd.ask(failing.site().address("/articles/cold-failing"), READERS_OF_EACH);
            awaitLease("cold-failing");
            List<CompletableFuture<HttpResponse<String>>> served =
                    crowd.ask(replicas.second().site().address("/articles/cold-failing"), READERS_OF_EACH);
            assertThat(served).allMatch(answer -> answer.join().statusCode() == 200);
            // They get the other replica's page if it comes in time, else they are told to come again.
            assertThat(refused)
                    .allMatch(answer -> answer.join().statusCode() == 200
                            || answer.join().headers().firstValue("Retry-After").isPresent());
        } finally {
            failing.mendMongo();
        }
        assertThat(replicas.sum(FAILURES) - failures).as("renders that failed").isEqualTo(1);
        assertThat(replicas.sum(RENDERS) - renders).isEqualTo(2);
        assertThat(failing.site().status("/articles/cold-failing")).isEqualTo(200);
        assertThat(replicas.sum(RENDERS) - renders).as("it came from Redis").isEqualTo(2);
    }

    @Test
    void isRenderedByTheOtherReplicaWhenTheOneThatBeganIsKilled() throws InterruptedException {
        replicas.add(List.of("cold-killed"));
        Replica killed = replicas.first();
        Replica left = replicas.second();
        Awaitility.await("what is read most is known")
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    // Again and again: the memory for pages is small here, and keeps what is read often. Through both,
                    // as the last to tell of its pages may have so many that the other's find no room.
                    replicas.both().forEach(replica -> replica.site().page("/"));
                    return Objects.toString(replicas.redis().get(MOST_READ))
                            .lines()
                            .anyMatch(page -> page.equals("en world /"));
                });
        double renders = left.site().metric(RENDERS);
        try (Crowd crowd = new Crowd()) {
            killed.mongo().silence();
            List<CompletableFuture<HttpResponse<String>>> lost =
                    crowd.ask(killed.site().address("/articles/cold-killed"), 10);
            awaitLease("cold-killed");
            List<CompletableFuture<HttpResponse<String>>> served =
                    crowd.ask(left.site().address("/articles/cold-killed"), READERS_OF_EACH);
            killed.server().kill();
            assertThat(served).allMatch(answer -> answer.join().statusCode() == 200);
            assertThat(lost)
                    .as("the fault happened")
                    .allMatch(answer -> answer.handle((response, failure) -> failure != null)
                            .join());
        }
        assertThat(left.site().metric(RENDERS) - renders).isEqualTo(1);

        Replica started = replicas.replace(killed);
        Awaitility.await("the new replica has fetched what is read most")
                .atMost(Duration.ofSeconds(10))
                .until(() -> started.site().metric("ardina_page_warmed_total") > 0);
        // Any of them: the memory for pages is so small here that not all stay.
        assertThat(Objects.toString(replicas.redis().get(MOST_READ)).lines())
                .filteredOn(page -> page.startsWith("en world /"))
                .anyMatch(page -> cacheStatus(started.site(), page.substring("en world ".length()))
                        .matches("ardina; hit; ttl=\\d+"));
        leavesOtherPagesWhenATopicIsCounted(started.site());
    }

    /** The first change of a topic that a replica hears of is one as all others. */
    private void leavesOtherPagesWhenATopicIsCounted(NewsSite site) {
        String other = "/articles/cold-once-counted";
        replicas.add(List.of("cold-once-counted"));
        assertThat(site.status(other)).isEqualTo(200);
        double purges = site.metric(PURGES);
        replicas.count("city");
        replicas.wake();
        Awaitility.await("the change is taken in").until(() -> site.metric(PURGES) > purges);
        assertThat(cacheStatus(site, other)).startsWith("ardina; hit");
    }

    private static String cacheStatus(NewsSite site, String path) {
        return site.get(path).headers().firstValue("Cache-Status").orElse("");
    }

    /** Waits until a replica has begun to render. */
    private void awaitLease(String slug) {
        Awaitility.await("a replica renders " + slug)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> replicas.redis().exists("ardina:page-lease:{en world /articles/" + slug + "}"));
    }
}
