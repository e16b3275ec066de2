package org.ardina.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.ardina.article.ArticleId;
import org.junit.jupiter.api.Test;

class RecentReadersTest {

    private static final ArticleId ONE = new ArticleId("000000000000000000000001");
    private static final ArticleId OTHER = new ArticleId("000000000000000000000002");

    private final Random random = new Random(1);
    private long now;
    private final RecentReaders readers = new RecentReaders(() -> now, random::nextLong);

    @Test
    void reloadIsNoOtherRead() {
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isTrue();
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isFalse();
        pass(RecentReaders.ONCE.minusSeconds(1));
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isFalse();
    }

    @Test
    void readingItAgainLaterIs() {
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isTrue();
        pass(RecentReaders.ONCE);
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isTrue();
    }

    @Test
    void othersAndOtherArticlesCount() {
        assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isTrue();
        assertThat(readers.isNew(OTHER, "192.0.2.1", "browser")).isTrue();
        assertThat(readers.isNew(ONE, "192.0.2.2", "browser")).isTrue();
        assertThat(readers.isNew(ONE, "192.0.2.1", "another")).isTrue();
        assertThat(readers.isNew(ONE, "192.0.2.1b", "rowser")).isTrue();
    }

    @Test
    void saltIsAnotherEveryDay() {
        int asked = 0;
        for (int day = 0; day < 5; day++) {
            assertThat(readers.isNew(ONE, "192.0.2.1", "browser")).isTrue();
            pass(Duration.ofHours(25));
            asked++;
        }
        Random same = new Random(1);
        for (int i = 0; i < asked; i++) {
            same.nextLong();
        }
        assertThat(random.nextLong()).isEqualTo(same.nextLong());
    }

    @Test
    void knowsAHundredThousandReaders() {
        int crowd = 100_000;
        for (int reader = 0; reader < crowd; reader++) {
            assertThat(readers.isNew(ONE, address(reader), "browser")).isTrue();
        }
        long forgotten = IntStream.range(0, crowd)
                .filter(reader -> readers.isNew(ONE, address(reader), "browser"))
                .count();
        assertThat(forgotten).isLessThan(crowd / 20);
    }

    private static String address(int reader) {
        return "10.0." + reader / 256 + "." + reader % 256;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
