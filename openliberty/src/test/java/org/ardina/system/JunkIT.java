package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who tries addresses by the thousand takes nothing from those who read. */
@ExtendWith(TwoReplicas.Provider.class)
class JunkIT {

    private static final int ARTICLES = 120;
    private static final int READS = 1500;
    private static final int JUNK = 10_000;
    private static final int SCANNERS = 4;
    private static final long SEED = 5;

    /** As measured on real sites. */
    private static final double ZIPF = 0.8;

    private static final List<String> SLUGS =
            IntStream.range(0, ARTICLES).mapToObj(i -> "mix-" + i).toList();

    private final TwoReplicas replicas;
    private final NewsSite site;

    JunkIT(TwoReplicas replicas) {
        this.replicas = replicas;
        this.site = replicas.first().site();
    }

    @Test
    void neitherPushesOutPagesNorFillsRedis() throws Exception {
        replicas.add(SLUGS);
        hitRatio();
        hitRatio();
        double before = hitRatio();
        long keys = replicas.redis().dbSize();
        AtomicInteger sent = new AtomicInteger();
        double during;
        try (Crowd scan = new Crowd()) {
            for (int scanner = 0; scanner < SCANNERS; scanner++) {
                scan.keepAsking(
                        () -> junk(sent.getAndIncrement()),
                        answer -> assertThat(answer.response().statusCode()).isIn(200, 400, 404, 503));
            }
            during = hitRatio();
            while (sent.get() < JUNK) {
                Thread.onSpinWait();
            }
            scan.stop();
        }
        double after = hitRatio();
        System.out.printf(
                "Hit ratio of an ordinary mix: %.3f, %.3f during and %.3f after %d junk addresses%n",
                before, during, after, sent.get());
        assertThat(before)
                .as("the mix fits, so that what is lost was pushed out")
                .isGreaterThan(0.99);
        assertThat(during).isGreaterThan(before - 0.01);
        assertThat(after).isGreaterThan(before - 0.01);
        assertThat(replicas.redis().dbSize())
                .as("keys in Redis: pages that are there, and a few more")
                .isLessThan(keys + ARTICLES + 20);
    }

    private URI junk(int number) {
        return site.address(
                switch (number % 5) {
                    case 0 -> "/articles/junk-" + number;
                    case 1 -> "/wp-content/junk-" + number + ".php";
                    case 2 -> "/?junk=" + number;
                    case 3 -> "/topics/junk-" + number;
                    // A place in a list that could be one.
                    default -> "/latest?cursor=%d-%024x".formatted(1_700_000_000_000L + number, number);
                });
    }

    /** The part of the reads of a mix that the memory of the replica answers. */
    private double hitRatio() {
        Random random = new Random(SEED);
        double[] cumulative = new double[ARTICLES];
        double sum = 0;
        for (int rank = 0; rank < ARTICLES; rank++) {
            sum += 1 / Math.pow(rank + 1, ZIPF);
            cumulative[rank] = sum;
        }
        int hits = 0;
        for (int read = 0; read < READS; read++) {
            double point = random.nextDouble() * sum;
            int rank = 0;
            while (cumulative[rank] < point) {
                rank++;
            }
            String status = site.get("/articles/" + SLUGS.get(rank))
                    .headers()
                    .firstValue("Cache-Status")
                    .orElse("");
            hits += status.matches("ardina; hit; ttl=\\d+") ? 1 : 0;
        }
        return hits / (double) READS;
    }
}
