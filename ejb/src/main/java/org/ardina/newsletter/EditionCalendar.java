package org.ardina.newsletter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Which edition is due at a time. Days and weeks are those of the newsroom's clocks, so that one on which they are put
 * forward has 23 hours.
 */
@Dependent
class EditionCalendar {

    private final NewsletterConfiguration configuration;

    @Inject
    EditionCalendar(NewsletterConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The last edition that is due by then. */
    Edition last(Cadence cadence, Instant now) {
        LocalDate today = now.atZone(configuration.zone()).toLocalDate();
        LocalDate day =
                cadence == Cadence.DAILY ? today : today.with(TemporalAdjusters.previousOrSame(configuration.day()));
        if (due(day).isAfter(now)) {
            day = before(cadence, day);
        }
        return new Edition(cadence, due(before(cadence, day)), due(day));
    }

    private static LocalDate before(Cadence cadence, LocalDate day) {
        return cadence == Cadence.DAILY ? day.minusDays(1) : day.minusWeeks(1);
    }

    private Instant due(LocalDate day) {
        return ZonedDateTime.of(day, configuration.time(), configuration.zone()).toInstant();
    }
}
