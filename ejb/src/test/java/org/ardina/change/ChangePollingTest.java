package org.ardina.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChangePollingTest {

    @Test
    void restsInProportionToALook() {
        assertThat(ChangePolling.rest(Duration.ofMillis(3).toNanos()))
                .isEqualTo(Duration.ofMillis(12).toNanos());
    }

    @Test
    void restsNoLongerAfterALookThatStoodStill() {
        assertThat(ChangePolling.rest(Duration.ofSeconds(12).toNanos()))
                .isLessThan(Duration.ofSeconds(1).toNanos());
    }
}
