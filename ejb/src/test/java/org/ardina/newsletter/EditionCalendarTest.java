package org.ardina.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which edition is due when. */
class EditionCalendarTest {

    private static final long SEED = 42;

    @ParameterizedTest
    @CsvSource({
        // 22 November 2026 is a Sunday.
        "UTC,             DAILY,  2026-11-22T06:00:00Z, 2026-11-21T06:00:00Z, 2026-11-22T06:00:00Z",
        "UTC,             DAILY,  2026-11-22T05:59:59Z, 2026-11-20T06:00:00Z, 2026-11-21T06:00:00Z",
        "UTC,             WEEKLY, 2026-11-22T12:00:00Z, 2026-11-09T06:00:00Z, 2026-11-16T06:00:00Z",
        "UTC,             WEEKLY, 2026-11-23T06:00:00Z, 2026-11-16T06:00:00Z, 2026-11-23T06:00:00Z",
        "UTC,             WEEKLY, 2026-11-23T05:00:00Z, 2026-11-09T06:00:00Z, 2026-11-16T06:00:00Z",
        "America/Sao_Paulo, DAILY, 2026-11-22T08:59:00Z, 2026-11-20T09:00:00Z, 2026-11-21T09:00:00Z",
        "Pacific/Kiritimati, DAILY, 2026-11-21T16:00:00Z, 2026-11-20T16:00:00Z, 2026-11-21T16:00:00Z",
        // Clocks are put forward on 29 March, and back on 25 October.
        "Europe/Lisbon,   DAILY,  2026-03-29T05:00:00Z, 2026-03-28T06:00:00Z, 2026-03-29T05:00:00Z",
        "Europe/Lisbon,   DAILY,  2026-10-25T06:00:00Z, 2026-10-24T05:00:00Z, 2026-10-25T06:00:00Z",
        "Europe/Lisbon,   WEEKLY, 2026-03-30T05:00:00Z, 2026-03-23T06:00:00Z, 2026-03-30T05:00:00Z",
    })
    void anEditionIsDueByTheClocksOfTheNewsroom(String zone, Cadence cadence, Instant now, Instant from, Instant due) {
        assertThat(calendar("ardina.newsletter.zone", zone).last(cadence, now))
                .isEqualTo(new Edition(cadence, from, due));
    }

    @ParameterizedTest
    @EnumSource
    void editionsFollowOneAnotherWithoutAGap(Cadence cadence) {
        Random random = new Random(SEED);
        String[] zones = {"UTC", "Europe/Lisbon", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"};
        for (int i = 0; i < 2_000; i++) {
            EditionCalendar calendar = calendar(
                    "ardina.newsletter.zone", zones[random.nextInt(zones.length)],
                    "ardina.newsletter.time",
                            LocalTime.ofSecondOfDay(random.nextInt(86_400)).toString(),
                    "ardina.newsletter.day", DayOfWeek.of(1 + random.nextInt(7)).name());
            Instant now = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
            Edition edition = calendar.last(cadence, now);
            assertThat(edition.due()).isBeforeOrEqualTo(now);
            assertThat(Duration.between(edition.due(), now))
                    .isLessThan(Duration.ofHours(cadence == Cadence.DAILY ? 26 : 170));
            assertThat(calendar.last(cadence, edition.due())).isEqualTo(edition);
            assertThat(calendar.last(cadence, edition.due().minusMillis(1)).due())
                    .isEqualTo(edition.from());
        }
    }

    @Test
    void theStandardIsSixInTheMorningAndMonday() {
        NewsletterConfiguration configuration = new NewsletterConfiguration(MapConfig.settings());
        assertThat(configuration.time()).isEqualTo(LocalTime.of(6, 0));
        assertThat(configuration.day()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(configuration.zone().getRules()).isEqualTo(ZoneOffset.UTC.getRules());
    }

    @ParameterizedTest
    @CsvSource({
        "ardina.newsletter.time, 25:00",
        "ardina.newsletter.time, six",
        "ardina.newsletter.day, segunda",
        "ardina.newsletter.zone, Europe/Nowhere",
    })
    void whatIsNoTimeStopsTheStart(String key, String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> calendar(key, value))
                .withMessageContaining(key);
    }

    @Test
    void anEditionIsNotSentHalfADayLate() {
        Edition edition = calendar().last(Cadence.DAILY, Instant.parse("2026-11-22T07:00:00Z"));
        assertThat(EditionJob.isTimely(edition, Instant.parse("2026-11-22T17:59:00Z")))
                .isTrue();
        assertThat(EditionJob.isTimely(edition, Instant.parse("2026-11-22T18:00:00Z")))
                .isFalse();
    }

    private static EditionCalendar calendar(String... keysAndValues) {
        return new EditionCalendar(new NewsletterConfiguration(MapConfig.settings(keysAndValues)));
    }
}
