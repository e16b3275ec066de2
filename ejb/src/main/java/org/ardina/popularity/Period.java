package org.ardina.popularity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far back popularity looks. It begins with a whole span, so that it is up to one span longer. */
public enum Period {
    HOUR(Duration.ofHours(1), Span.FIVE_MINUTES, Duration.ofSeconds(10)),
    DAY(Duration.ofDays(1), Span.HOUR, Duration.ofSeconds(20)),
    WEEK(Duration.ofDays(7), Span.DAY, Duration.ofMinutes(1)),
    MONTH(Duration.ofDays(30), Span.DAY, Duration.ofMinutes(2));

    private final Duration length;
    private final Span span;
    private final Duration freshness;

    Period(Duration length, Span span, Duration freshness) {
        this.length = length;
        this.span = span;
        this.freshness = freshness;
    }

    /** The period of that name in lower case. */
    public static Optional<Period> of(String name) {
        return Stream.of(values()).filter(period -> period.code().equals(name)).findFirst();
    }

    /** Its name in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Span span() {
        return span;
    }

    /** How old a ranking may be. */
    Duration freshness() {
        return freshness;
    }

    /** The first span that counts. */
    Instant begin(Instant now) {
        return span.begin(now.minus(length));
    }
}
