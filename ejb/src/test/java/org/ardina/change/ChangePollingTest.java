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
                .isEqualTo(Duration.ofMillis(12).toNanos());
    }

    @Test
    void restsNoLongerAfterALookThatStoodStill() {
        assertThat(ChangePolling.rest(Duration.ofSeconds(12).toNanos(), 100))
                .isLessThan(Duration.ofSeconds(1).toNanos());
    }
}
