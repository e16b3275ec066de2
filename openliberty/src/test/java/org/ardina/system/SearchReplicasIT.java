package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ardina.system.TwoReplicas.Replica;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is approved, corrected or archived is found, changed or gone on both replicas. */
@ExtendWith(TwoReplicas.Provider.class)
class SearchReplicasIT {

    private static final int CHANGES = 60;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** For a single change: a machine may stand still for a moment. */
    private static final Duration EVER = Duration.ofSeconds(20);

    private static final List<String> SLUGS =
            IntStream.range(0, 10).mapToObj(i -> "searched-" + i).toList();

    private static final AtomicInteger NAMES = new AtomicInteger();

    private final TwoReplicas replicas;

    SearchReplicasIT(TwoReplicas replicas) {
        this.replicas = replicas;
        replicas.add(SLUGS);
        replicas.both().forEach(replica -> new SearchPages(replica.site()).awaitComplete());
    }

    @AfterEach
    void mend() {
        replicas.both().forEach(replica -> {
            replica.mongo().restore();
            replica.awaitMongo(true);
        });
    }

    @Test
    void findEveryChangeAtOnce() {
        Figures seen = new Figures();
        String word = "";
        for (int i = 0; i < CHANGES; i++) {
            String slug = SLUGS.get(i / 3 % SLUGS.size());
            long start = System.nanoTime();
            switch (i % 3) {
                case 0 -> {
                    String before = word;
                    word = newWord();
                    replicas.change(slug, "content.headline", "The " + word + " of the town");
                    replicas.wake();
                    await(word, List.of(slug));
                    assertThat(before).isNotEqualTo(word);
                }
                case 1 -> {
                    replicas.change(slug, "state", "ARCHIVED");
                    replicas.wake();
                    await(word, List.of());
                }
                default -> {
                    replicas.change(slug, "state", "APPROVED");
                    replicas.wake();
                    await(word, List.of(slug));
                }
            }
            seen.add(Duration.ofNanos(System.nanoTime() - start));
        }
        seen.print("Changes found by both replicas");
        assertThat(seen.percentile(95)).isLessThan(SOON);
    }

    @Test
    void findNothingByWhatWasCorrected() {
        String slug = SLUGS.get(0);
        String wrong = newWord();
        String right = newWord();
        replicas.change(slug, "content.headline", "The " + wrong);
        replicas.wake();
        await(wrong, List.of(slug));
        replicas.change(slug, "content.headline", "The " + right);
        replicas.wake();
        await(wrong, List.of());
        await(right, List.of(slug));
    }

    @Test
    void findWhatIsDueWhenItIsDue() {
        String slug = SLUGS.get(1);
        String word = newWord();
        Instant due = Instant.now().plusSeconds(4);
        replicas.change(slug, "publishedAt", Date.from(due));
        replicas.change(slug, "content.headline", "Under embargo: " + word);
        replicas.wake();
        Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(EVER).until(() -> {
            boolean early = Instant.now().isBefore(due);
            boolean found = replicas.both().stream().allMatch(replica -> finds(replica, word, List.of(slug)));
            // Asked before it was looked at the clock again, so that it may have become due only meanwhile.
            assertThat(found && early && Instant.now().isBefore(due)).isFalse();
            return found;
        });
        assertThat(Instant.now()).isBefore(due.plus(SOON).plusSeconds(2));
    }

    @Test
    void findWithoutMongo() {
        String slug = SLUGS.get(2);
        String word = newWord();
        replicas.change(slug, "content.headline", "The " + word);
        replicas.wake();
        await(word, List.of(slug));
        replicas.both().forEach(replica -> {
            replica.mongo().cut();
            replica.awaitMongo(false);
        });
        String other = newWord();
        replicas.change(slug, "content.headline", "The " + other);
        for (Replica replica : replicas.both()) {
            assertThat(replica.site().get(SearchPages.path(word)).statusCode()).isEqualTo(200);
            assertThat(finds(replica, word, List.of(slug))).isTrue();
        }
        replicas.both().forEach(replica -> replica.mongo().restore());
        await(other, List.of(slug));
    }

    /** A word that no article has. */
    private static String newWord() {
        return "qxw" + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z") + NAMES.incrementAndGet();
    }

    private void await(String word, List<String> slugs) {
        replicas.both()
                .forEach(replica -> Awaitility.await(word)
                        .atMost(EVER)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> finds(replica, word, slugs)));
    }

    /** Whether page and API find just these. */
    private static boolean finds(Replica replica, String word, List<String> slugs) {
        List<String> links = Jsoup.parse(
                        replica.site().get(SearchPages.path('"' + word + '"')).body())
                .select(".found .story h2 a")
                .eachAttr("href");
        return links.equals(slugs.stream().map(slug -> "/articles/" + slug).toList())
                && new SearchPages(replica.site()).slugs('"' + word + '"', 10).equals(slugs);
    }
}
