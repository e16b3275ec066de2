package org.ardina.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private final Lifetime lifetime = new Lifetime(0, 100_000, 200_000, 10);

    @Test
    void isNeverRenewedBeforeTheEarliestTime() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            assertThat(lifetime.isRenewedEarly(lifetime.earliestRenewal() - 100, 1 - random.nextDouble()))
                    .isFalse();
        }
    }

    @Test
    void isRenewedMoreOftenTheNearerTheEndIs() {
        // One render time ahead of the end the probability is 1/e.
        Random random = new Random(2);
        int renewed = 0;
        for (int i = 0; i < 100_000; i++) {
            renewed += lifetime.isRenewedEarly(lifetime.freshUntil() - 10, 1 - random.nextDouble()) ? 1 : 0;
        }
        assertThat(renewed / 100_000.0).isBetween(0.35, 0.39);
        assertThat(lifetime.isRenewedEarly(lifetime.freshUntil(), 1)).isTrue();
    }
}
