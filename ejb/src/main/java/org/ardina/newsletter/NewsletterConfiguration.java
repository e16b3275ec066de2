package org.ardina.newsletter;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Function;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** When digests are sent. */
@Dependent
class NewsletterConfiguration {

    static final String TIME = "ardina.newsletter.time";
    static final String DAY = "ardina.newsletter.day";
    static final String ZONE = "ardina.newsletter.zone";

    private final LocalTime time;
    private final DayOfWeek day;
    private final ZoneId zone;

    @Inject
    NewsletterConfiguration(Settings settings) {
        this.time = value(settings, TIME, "06:00", LocalTime::parse, "a time such as 06:00");
        this.day = value(
                settings,
                DAY,
                "monday",
                text -> DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT)),
                "a day in English, such as monday");
        this.zone = value(settings, ZONE, "UTC", ZoneId::of, "a time zone such as Europe/Lisbon");
    }

    /** The time of the day. */
    LocalTime time() {
        return time;
    }

    /** The day of the week on which weekly digests are sent. */
    DayOfWeek day() {
        return day;
    }

    ZoneId zone() {
        return zone;
    }

    private static <T> T value(
            Settings settings, String key, String standard, Function<String, T> parsing, String expected) {
        String text = settings.text(key).orElse(standard);
        try {
            return parsing.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw new ConfigurationException(key, text, expected, malformed);
        }
    }
}
