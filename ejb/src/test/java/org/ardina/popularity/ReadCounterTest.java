package org.ardina.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;
import org.junit.jupiter.api.Test;

class ReadCounterTest {

    private static final int READS = 1_000_000;
    private static final int TOP = 20;
    private static final Duration SPAN = Duration.ofMinutes(5);
    private static final Duration FLUSH = Duration.ofSeconds(10);
    private static final String AGENT = "Mozilla/5.0";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** A million reads of a month, counted by two replicas whose store loses an answer now and then. */
    @Test
    void ranksAMillionReadsOfTwoReplicasRight() {
        SimulatedReaders readers = new SimulatedReaders(1);
        Clock clock = new Clock();
        Random random = new Random(2);
        List<ReadCounter> replicas = List.of(counter(clock, random), counter(clock, random));
        MemoryReadStore store = new MemoryReadStore(SimulatedReaders::topic, 0.02, 3);
        Instant end = SimulatedReaders.BEGIN.plus(Duration.ofHours(SimulatedReaders.HOURS));
        Map<Period, Map<ArticleId, Long>> expected = new EnumMap<>(Period.class);
        Stream.of(Period.values()).forEach(period -> expected.put(period, new HashMap<>()));
        Instant flushAt = SimulatedReaders.BEGIN;
        int number = 0;
        int reloads = 0;
        for (int hour = 0; hour < SimulatedReaders.HOURS; hour++) {
            for (SimulatedReaders.Read read : readers.hour(hour, READS)) {
                while (!flushAt.isAfter(read.at())) {
                    clock.now = flushAt;
                    replicas.forEach(replica -> flush(replica, clock.now, store));
                    // Often when it counts, and seldom before, to save time.
                    flushAt = flushAt.plus(hour < SimulatedReaders.HOURS - 2 ? SPAN : FLUSH);
                }
                clock.now = read.at();
                ReadCounter replica = replicas.get(random.nextInt(2));
                String address = "reader " + number++;
                replica.count(read.article(), address, AGENT);
                if (random.nextInt(10) == 0) {
                    replica.count(read.article(), address, AGENT);
                    reloads++;
                }
                for (Period period : Period.values()) {
                    if (!read.at().isBefore(period.begin(end))) {
                        of(expected, period).merge(read.article(), 1L, Long::sum);
                    }
                }
            }
        }
        for (ReadCounter replica : replicas) {
            while (!flush(replica, end, store)) {
                assertThat(store.failures()).isLessThan(100_000);
            }
        }
        assertThat((double) number).isCloseTo(READS, within(READS / 1000.0));
        assertThat(reloads).isGreaterThan(READS / 20);
        assertThat(store.failures()).isGreaterThan(100);
        for (Period period : Period.values()) {
            assertRanked(store.rank(period, end, null), of(expected, period));
            for (int topic = 0; topic < 8; topic++) {
                Slug slug = new Slug("topic-" + topic);
                Map<ArticleId, Long> ofTopic = new HashMap<>(of(expected, period));
                ofTopic.keySet()
                        .removeIf(article -> !SimulatedReaders.topic(article).equals(slug));
                assertRanked(store.rank(period, end, slug), ofTopic);
            }
        }
    }

    private static Map<ArticleId, Long> of(Map<Period, Map<ArticleId, Long>> reads, Period period) {
        return Objects.requireNonNull(reads.get(period));
    }

    private static void assertRanked(List<RankedArticle> ranked, Map<ArticleId, Long> expected) {
        assertThat(expected).hasSizeGreaterThan(TOP);
        long total = expected.values().stream().mapToLong(Long::longValue).sum();
        assertThat((double) ranked.stream().mapToLong(RankedArticle::reads).sum())
                .isCloseTo((double) total, within(total / 1000.0));
        List<Long> highest = expected.values().stream()
                .sorted((one, other) -> Long.compare(other, one))
                .limit(TOP)
                .toList();
        List<RankedArticle> top = ranked.subList(0, TOP);
        assertThat(top).extracting(RankedArticle::reads).isEqualTo(highest);
        assertThat(top).allMatch(article -> article.reads() == expected.getOrDefault(article.article(), 0L));
    }

    @Test
    void whatTheStoreMayHaveTakenIsGivenToItAgainUnderTheSameName() {
        Clock clock = new Clock();
        ReadCounter counter = counter(clock, new Random(1));
        List<ReadCounts> given = new ArrayList<>();
        counter.count(article(1), "a", AGENT);
        assertThatThrownBy(() -> counter.flush(NOON, counts -> {
                    given.add(counts);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        counter.count(article(1), "b", AGENT);
        counter.flush(NOON.plus(FLUSH), given::add);
        counter.flush(NOON.plus(FLUSH).plus(FLUSH), given::add);
        assertThat(given).hasSize(3);
        assertThat(given.get(1)).isEqualTo(given.get(0));
        assertThat(given.get(2).id()).isNotEqualTo(given.get(0).id());
        assertThat(given.get(2).reads()).isEqualTo(Map.of(article(1), 1L));
    }

    @Test
    void readsBelongToTheSpanInWhichTheyWereCounted() {
        ReadCounter counter = counter(new Clock(), new Random(1));
        List<ReadCounts> given = new ArrayList<>();
        counter.count(article(1), "a", AGENT);
        counter.flush(NOON, given::add);
        counter.count(article(1), "b", AGENT);
        counter.flush(NOON.plus(FLUSH), given::add);
        assertThat(given).extracting(ReadCounts::at).containsExactly(NOON.minus(SPAN), NOON);
    }

    @Test
    void waitsForAStoreThatIsAwayForLongWithoutGrowing() {
        ReadCounter counter = counter(new Clock(), new Random(1));
        int spans = 1000;
        for (int i = 0; i < spans; i++) {
            counter.count(article(1), "reader " + i, AGENT);
            Instant now = NOON.plus(SPAN.multipliedBy(i));
            assertThatThrownBy(() -> counter.flush(now, counts -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        List<ReadCounts> given = new ArrayList<>();
        counter.flush(NOON.plus(SPAN.multipliedBy(spans)), given::add);
        assertThat(given).hasSizeBetween(100, 300);
        assertThat(given.stream()
                        .mapToLong(counts -> counts.reads().getOrDefault(article(1), 0L))
                        .sum())
                .isEqualTo(spans);
    }

    @Test
    void losesNothingWhileManyThreadsCount() throws Exception {
        int threads = 4;
        int each = 20_000;
        ReadCounter counter = counter(new Clock(), new Random(1));
        Map<ArticleId, Long> counted = new HashMap<>();
        ReadStore store = counts -> counts.reads().forEach((id, reads) -> counted.merge(id, reads, Long::sum));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String name = "reader " + thread + " ";
                work.add(executor.submit(() ->
                        IntStream.range(0, each).forEach(i -> counter.count(article(i % 3), name + i, AGENT))));
            }
            boolean done = false;
            while (!done) {
                done = work.stream().allMatch(Future::isDone);
                counter.flush(NOON, store);
            }
            for (Future<?> part : work) {
                part.get();
            }
        } finally {
            executor.shutdown();
            assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(counted.values().stream().mapToLong(Long::longValue).sum()).isEqualTo((long) threads * each);
    }

    private static boolean flush(ReadCounter replica, Instant now, ReadStore store) {
        try {
            replica.flush(now, store);
            return true;
        } catch (IllegalStateException lost) {
            return false;
        }
    }

    private static ReadCounter counter(Clock clock, Random random) {
        return new ReadCounter(new RecentReaders(clock::nanos, random::nextLong), random::nextLong);
    }

    private static ArticleId article(int number) {
        return new ArticleId("%024x".formatted(number));
    }

    private static final class Clock {

        private Instant now = NOON;

        long nanos() {
            return TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli());
        }
    }
}
