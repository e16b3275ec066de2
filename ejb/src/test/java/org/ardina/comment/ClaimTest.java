package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Claim CLAIM = new Claim("rosa", NOW.plus(Claim.LASTS));

    @Test
    void keepsOthersOutUntilItEnds() {
        assertThat(CLAIM.keepsOut("ivo", NOW)).isTrue();
        assertThat(CLAIM.keepsOut("rosa", NOW)).isFalse();
        assertThat(CLAIM.keepsOut("ivo", NOW.plus(Claim.LASTS).minusMillis(1))).isTrue();
        assertThat(CLAIM.keepsOut("ivo", NOW.plus(Claim.LASTS))).isFalse();
    }

    @Test
    void isRenewedBeforeItEnds() {
        assertThat(CLAIM.isOld(NOW)).isFalse();
        assertThat(CLAIM.isOld(NOW.plus(Claim.LASTS.dividedBy(2)).plusMillis(1)))
                .isTrue();
    }
}
