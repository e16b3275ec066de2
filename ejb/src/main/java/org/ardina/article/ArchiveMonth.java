package org.ardina.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A month in which something was published.
 *
 * @param month of UTC
 * @param articles how many, one or more
 */
public record ArchiveMonth(YearMonth month, long articles) {

    /** The first moment of a month. */
    public static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first moment after a month. */
    public static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }
}
