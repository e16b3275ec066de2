package org.ardina.popularity;

import java.time.Duration;
import java.time.Instant;

/** How long the spans of time are in which reads are counted, and for how long those counts are kept. */
enum Span {
    FIVE_MINUTES("m", Duration.ofMinutes(5), Duration.ofHours(3)),
    HOUR("h", Duration.ofHours(1), Duration.ofDays(3)),
    DAY("d", Duration.ofDays(1), Duration.ofDays(35));

    private final String code;
    private final Duration length;
    private final Duration kept;

    Span(String code, Duration length, Duration kept) {
        this.code = code;
        this.length = length;
        this.kept = kept;
    }

    /** Its name in the store. */
    String code() {
        return code;
    }

    Duration kept() {
        return kept;
    }

    /** When the span began that a time is in, in UTC. */
    Instant begin(Instant time) {
        long millis = length.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }
}
