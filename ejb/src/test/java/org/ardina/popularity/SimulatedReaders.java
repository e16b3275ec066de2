package org.ardina.popularity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;

/**
 * A month of reading as it was measured elsewhere: articles are asked for by Zipf's law with an exponent of 0.84, which is
 * that of a web server's trace of cache2k's benchmarks; interest in a story decays by a power law and is half as large
 * after 36 hours (Dezső et al., “Dynamics of information access on the web”, Phys. Rev. E 73, 066132); the busiest hour
 * has 1.4 times the readers of the quietest.
 */
final class SimulatedReaders {

    static final Instant BEGIN = Instant.parse("2026-10-21T21:00:00Z");
    static final int HOURS = 31 * 24;

    private static final int ARTICLES = 2000;
    private static final int HOURS_BEFORE = 240;
    private static final double EXPONENT = 0.84;
    private static final double HALF_LIFE_HOURS = 36;
    private static final double SWING = 1 / 6.0;

    private final Random random;
    private final double[] interest = new double[ARTICLES];
    private final int[] published = new int[ARTICLES];

    /** Somebody reads an article. */
    record Read(Instant at, ArticleId article) {}

    SimulatedReaders(long seed) {
        random = new Random(seed);
        List<Integer> ranks =
                new ArrayList<>(IntStream.rangeClosed(1, ARTICLES).boxed().toList());
        Collections.shuffle(ranks, random);
        for (int i = 0; i < ARTICLES; i++) {
            interest[i] = Math.pow(ranks.get(i), -EXPONENT);
            published[i] = random.nextInt(HOURS + HOURS_BEFORE) - HOURS_BEFORE;
        }
    }

    static Slug topic(ArticleId article) {
        return new Slug("topic-" + Long.parseLong(article.value(), 16) % 8);
    }

    /** The reads of one hour in their order, so many that all hours together have about the number. */
    List<Read> hour(int hour, int readsOfAllHours) {
        double busy = 1 + SWING * Math.sin(2 * Math.PI * hour / 24);
        int reads = (int) Math.round(readsOfAllHours * busy / HOURS);
        double[] sums = new double[ARTICLES];
        double sum = 0;
        for (int i = 0; i < ARTICLES; i++) {
            int age = hour - published[i];
            sum += age < 0 ? 0 : interest[i] / (1 + age / HALF_LIFE_HOURS);
            sums[i] = sum;
        }
        double whole = sum;
        Instant begin = BEGIN.plus(Duration.ofHours(hour));
        return random.longs(reads, 0, Duration.ofHours(1).toMillis())
                .sorted()
                .mapToObj(millis -> new Read(begin.plusMillis(millis), article(sums, whole)))
                .toList();
    }

    private ArticleId article(double[] sums, double whole) {
        int place = Arrays.binarySearch(sums, random.nextDouble() * whole);
        return new ArticleId("%024x".formatted(Math.min(place < 0 ? -place - 1 : place, ARTICLES - 1)));
    }
}
