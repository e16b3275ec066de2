package org.ardina.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as sources write them: ISO 8601, RFC 5322 and its forerunners, seconds or milliseconds since 1970. */
final class SourceDates {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("]][' '][XXX][XX][X]['UTC']['GMT']")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MAIL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM uuuu HH:mm[:ss][' '][XXX][XX][z]")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{Alpha}{3,9},?\\s+");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final int LONGEST = 64;
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private SourceDates() {}

    /** The instant that is meant, in UTC when no zone is given; null when the text is no date of the years 1000 to 9999. */
    static @Nullable Instant parse(String text) {
        String date = text.strip();
        if (date.length() > LONGEST) {
            return null;
        }
        if (SECONDS.matcher(date).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(date));
        }
        if (MILLISECONDS.matcher(date).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(date));
        }
        Instant iso = parse(date, ISO);
        return iso != null ? iso : parse(WEEKDAY.matcher(date).replaceFirst(""), MAIL);
    }

    /** The instant, or null when it lies outside of the years 1000 to 9999. */
    static @Nullable Instant sane(Instant instant) {
        return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
    }

    private static @Nullable Instant parse(String date, DateTimeFormatter form) {
        try {
            TemporalAccessor parsed = form.parseBest(
                    date, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return sane(instant(parsed));
        } catch (DateTimeException notThisForm) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        if (parsed instanceof LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return parsed instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(parsed);
    }
}
