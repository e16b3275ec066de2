package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLimitsTest {

    private static final Instant LOGIN = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofHours(8);

    @ParameterizedTest
    @CsvSource({
        // minutes of the last use and of now, both after the login
        "0,0,false",
        "0,59,false",
        "0,60,true",
        "0,61,true",
        "59,118,false",
        "59,119,true",
        "470,479,false",
        "479,480,true",
        "480,481,true"
    })
    void endWhatIsNotUsedAndWhatIsUsedForTooLong(long lastUse, long now, boolean over) {
        assertThat(isOver(Status.ACTIVE, 3, 3, minutes(lastUse), minutes(now))).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,3,3,false", "ACTIVE,4,3,true", "SUSPENDED,3,3,true", "LEAVING,3,3,true", "ERASED,3,3,true"})
    void endWithTheUseOfTheAccount(Status status, long epoch, long epochOfLogin, boolean over) {
        assertThat(isOver(status, epoch, epochOfLogin, LOGIN, minutes(1))).isEqualTo(over);
    }

    @Test
    void areCountedFromUsesThatAreNotedInTime() {
        assertThat(LiveSessions.notedEvery(Duration.ofDays(7))).isEqualTo(Duration.ofMinutes(1));
        assertThat(LiveSessions.notedEvery(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(30));
        assertThat(LiveSessions.notedEvery(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"P14D,PT5M", "PT5M,PT5M", "PT2S,PT2S", "PT0.1S,PT1S"})
    void ofAccountsThatWereLeftAreLookedAtOftenEnough(Duration eraseAfter, Duration every) {
        assertThat(AccountUpkeep.every(eraseAfter)).isEqualTo(every);
    }

    private static boolean isOver(Status status, long epoch, long epochOfLogin, Instant lastUse, Instant now) {
        Account account = new Account("65f000000000000000000001", "rosa", "Rosa", Role.READER);
        return LiveSessions.isOver(
                new SessionRepository.Stored(
                        "hash",
                        account.id(),
                        epochOfLogin,
                        LOGIN,
                        lastUse,
                        LOGIN.plus(LIFETIME),
                        new Device("", "127.0.0.1")),
                new AccountRepository.Stored(
                        new Profile(account, null, false, status, null, null, LOGIN, null), epoch, null, "", null),
                IDLE,
                now);
    }

    private static Instant minutes(long after) {
        return LOGIN.plus(Duration.ofMinutes(after));
    }
}
