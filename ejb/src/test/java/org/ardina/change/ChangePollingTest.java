package org.ardina.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangePollingTest {

    @Test
    void restsAsLongAsALookTook() {
        assertThat(ChangePolling.rest(Duration.ofMillis(3).toNanos(), 1))
                .isEqualTo(Duration.ofMillis(3).toNanos());
    }

    @Test
    void restsLongerWhileMuchIsChanging() {
        assertThat(ChangePolling.rest(Duration.ofMillis(3).toNanos(), 100))
                .isEqualTo(Duration.ofMillis(27).toNanos());
    }

    @Test
    void restsNotMuchLongerAfterALookThatStoodStill() {
        long stoodStill = Duration.ofSeconds(12).toNanos();
        assertThat(ChangePolling.rest(stoodStill, 1))
                .isEqualTo(Duration.ofMillis(500).toNanos());
        assertThat(ChangePolling.rest(stoodStill, 100))
                .isEqualTo(Duration.ofSeconds(1).toNanos());
    }
}
