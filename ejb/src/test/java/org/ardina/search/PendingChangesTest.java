package org.ardina.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.ardina.change.Change;
import org.junit.jupiter.api.Test;

/** No change is forgotten before it is found. */
class PendingChangesTest {

    private final PendingChanges pending = new PendingChanges();

    @Test
    void areTakenInTheirOrderEachOnce() {
        pending.add(List.of(change("a", 1, true), change("b", 1, true)));
        pending.add(List.of(change("a", 2, true), Change.topic("city", 1, Instant.EPOCH), change("c", 1, true)));
        assertThat(pending.take(2)).extracting(Change::id).containsExactly("a", "b");
        assertThat(pending.take(2)).extracting(Change::id).containsExactly("c");
        assertThat(pending.isNothingLeft()).isTrue();
        assertThat(pending.done()).extracting(Change::version).containsExactly(2L, 1L, 1L);
        assertThat(pending.done()).isEmpty();
    }

    @Test
    void waitAgainWhereTheyWere() {
        pending.add(List.of(change("a", 1, true), change("b", 1, true), change("c", 1, true)));
        pending.take(2);
        pending.add(List.of(change("a", 2, true)));
        pending.putBack();
        assertThat(pending.take(9)).extracting(Change::id).containsExactly("a", "b", "c");
        assertThat(pending.done()).extracting(Change::version).containsExactly(2L, 1L, 1L);
    }

    @Test
    void hideWhatIsWithdrawnUntilItIsGone() {
        pending.add(List.of(change("a", 2, false), change("b", 2, true)));
        assertThat(pending.isWithdrawn("a")).isTrue();
        assertThat(pending.isWithdrawn("b")).isFalse();
        pending.take(2);
        assertThat(pending.isWithdrawn("a")).isTrue();
        pending.add(List.of(change("a", 3, true)));
        assertThat(pending.isWithdrawn("a")).isFalse();
        pending.done();
        assertThat(pending.isWithdrawn("a")).isFalse();
    }

    @Test
    void areBounded() {
        List<Change> many = IntStream.rangeClosed(0, PendingChanges.MOST)
                .mapToObj(i -> change("id" + i, 1, true))
                .toList();
        assertThat(pending.add(many.subList(0, PendingChanges.MOST))).isTrue();
        assertThat(pending.add(many)).isFalse();
    }

    private static Change change(String id, long version, boolean approved) {
        return new Change(
                Change.Kind.ARTICLE, id, version, Instant.EPOCH, List.of(id), null, List.of(), approved, Instant.EPOCH);
    }
}
