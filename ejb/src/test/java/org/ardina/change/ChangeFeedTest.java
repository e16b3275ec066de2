package org.ardina.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ardina.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

    private static final Duration BEFORE_START = Duration.ofMinutes(6);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final Documents documents = new Documents();
    private final Told told = new Told(ChangeListener.Stage.PAGES);
    private final ChangeFeed feed = feed(List.of(told));

    private ChangeFeed feed(Collection<ChangeListener> listeners) {
        return new ChangeFeed(List.of(documents), listeners, () -> now, () -> now.minus(BEFORE_START));
    }

    private void afterASecond() {
        now = now.plus(SECOND);
        feed.look();
    }

    @Test
    void tellsOfAChangeOnce() {
        documents.write("a", 1, now);
        for (int look = 0; look < 20; look++) {
            afterASecond();
        }
        assertThat(told.changes).containsExactly("a 1");
    }

    @Test
    void tellsOfEachVersion() {
        documents.write("a", 1, now);
        afterASecond();
        documents.write("a", 2, now);
        afterASecond();
        assertThat(told.changes).containsExactly("a 1", "a 2");
    }

    @Test
    void aCallThatComesTwiceOrNotAtAllMakesNoDifference() {
        documents.write("a", 1, now);
        feed.look();
        feed.look();
        now = now.plus(Duration.ofMinutes(1));
        feed.look();
        assertThat(told.changes).containsExactly("a 1");
    }

    @Test
    void findsWhatAWriterWithASlowClockWroteLate() {
        afterASecond();
        documents.write("late", 1, now.minus(Duration.ofSeconds(9)));
        afterASecond();
        assertThat(told.changes).containsExactly("late 1");
    }

    @Test
    void findsWhatAWriterWithAFastClockWroteAndWhatComesBehindIt() {
        documents.write("fast", 1, now.plus(Duration.ofSeconds(8)));
        afterASecond();
        documents.write("exact", 1, now);
        afterASecond();
        now = now.plus(Duration.ofSeconds(30));
        feed.look();
        assertThat(told.changes).containsExactly("fast 1", "exact 1");
    }

    @Test
    void catchesUpAfterTenMinutesOfSleep() {
        afterASecond();
        for (int minute = 0; minute < 10; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            documents.write("m" + minute, 1, now);
        }
        assertThat(feed.lag()).isEqualTo(Duration.ofMinutes(10));
        feed.look();
        assertThat(told.changes).hasSize(10);
        assertThat(feed.lag()).isZero();
    }

    @Test
    void tellsOfMuchAtOnceInBatches() {
        for (int i = 0; i < 3 * ChangeFeed.BATCH + 1; i++) {
            // Many with the very same time, as an import writes them.
            documents.write("d%05d".formatted(i), 1, now.plusMillis(i / 1000));
        }
        afterASecond();
        assertThat(told.changes).hasSize(3 * ChangeFeed.BATCH + 1).doesNotHaveDuplicates();
        assertThat(told.batches).isEqualTo(4);
    }

    @Test
    void saysThatMuchHasChangedWhenItIsTooMuchToTell() {
        for (int i = 0; i <= ChangeFeed.MOST; i++) {
            documents.write("d" + i, 1, now.plusMillis(i));
        }
        now = now.plus(Duration.ofMinutes(1));
        feed.look();
        assertThat(told.changes).containsExactly("much");
        documents.write("next", 1, now);
        now = now.plus(Duration.ofMinutes(1));
        feed.look();
        assertThat(told.changes).containsExactly("much", "next 1");
    }

    @Test
    void tellsAgainOfWhatFellDueInTheMeantime() {
        Instant due = now.plus(Duration.ofSeconds(90));
        documents.schedule("a", 1, now, due);
        afterASecond();
        assertThat(told.changes).containsExactly("a 1");
        while (now.isBefore(due.minus(SECOND))) {
            afterASecond();
        }
        assertThat(told.changes).hasSize(1);
        afterASecond();
        assertThat(told.changes).containsExactly("a 1", "a 1");
        afterASecond();
        assertThat(told.changes).hasSize(2);
    }

    @Test
    void tellsAgainWhenAStoreFailedOnTheWay() {
        documents.write("a", 1, now);
        told.away = true;
        assertThatThrownBy(this::afterASecond).isInstanceOf(StoreUnavailableException.class);
        told.away = false;
        afterASecond();
        assertThat(told.changes).containsExactly("a 1");
    }

    @Test
    void aDefectOfOneListenerKeepsTheChangeFromNoOther() {
        ChangeListener defect = new Told(ChangeListener.Stage.BENEATH_PAGES) {
            @Override
            public void changed(List<Change> changes) {
                throw new IllegalStateException("a defect, on purpose");
            }
        };
        documents.write("a", 1, now);
        feed(List.of(told, defect)).look();
        assertThat(told.changes).containsExactly("a 1");
    }

    @Test
    void tellsWhatLiesBeneathPagesFirst() {
        List<String> order = new ArrayList<>();
        Told pages = new Told(ChangeListener.Stage.PAGES, order);
        Told beneath = new Told(ChangeListener.Stage.BENEATH_PAGES, order);
        documents.write("a", 1, now);
        feed(List.of(pages, beneath)).look();
        assertThat(order).containsExactly("BENEATH_PAGES", "PAGES");
    }

    @Test
    void aReplicaThatStartsLearnsOfTheLastMinutes() {
        documents.write("before", 1, now.minus(Duration.ofMinutes(5)));
        documents.write("long before", 1, now.minus(Duration.ofMinutes(7)));
        feed(List.of(told)).look();
        assertThat(told.changes).containsExactly("before 1");
    }

    private static final class Documents implements ChangeSource {

        private final Map<String, Change> all = new TreeMap<>();

        void write(String id, long version, Instant changedAt) {
            schedule(id, version, changedAt, changedAt);
        }

        void schedule(String id, long version, Instant changedAt, Instant publishedAt) {
            all.put(
                    id,
                    new Change(
                            Change.Kind.ARTICLE,
                            id,
                            version,
                            changedAt,
                            List.of(id),
                            null,
                            List.of(),
                            true,
                            publishedAt));
        }

        @Override
        public Change.Kind kind() {
            return Change.Kind.ARTICLE;
        }

        @Override
        public List<Change> changedSince(Instant time, @Nullable String afterId, int limit) {
            return all.values().stream()
                    .filter(change -> change.changedAt().isAfter(time)
                            || (change.changedAt().equals(time)
                                    && (afterId == null || change.id().compareTo(afterId) > 0)))
                    .sorted(Comparator.comparing(Change::changedAt).thenComparing(Change::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Change> dueBetween(Instant afterThis, Instant untilThis, int limit) {
            return all.values().stream()
                    .filter(change -> change.publishedAt() != null
                            && change.publishedAt().isAfter(afterThis)
                            && !change.publishedAt().isAfter(untilThis)
                            // Of what was published when it was written the feed knows from the stamp.
                            && !change.publishedAt().equals(change.changedAt()))
                    .limit(limit)
                    .toList();
        }
    }

    private static class Told implements ChangeListener {

        final List<String> changes = new ArrayList<>();
        final List<String> order;
        int batches;
        boolean away;

        private final Stage stage;

        Told(Stage stage) {
            this(stage, new ArrayList<>());
        }

        Told(Stage stage, List<String> order) {
            this.stage = stage;
            this.order = order;
        }

        @Override
        public Stage stage() {
            return stage;
        }

        @Override
        public void changed(List<Change> all) {
            if (away) {
                throw new StoreUnavailableException("away, on purpose");
            }
            batches++;
            order.add(stage.name());
            all.forEach(change -> changes.add(change.id() + " " + change.version()));
        }

        @Override
        public void changedMuch() {
            changes.add("much");
        }
    }
}
