package org.ardina.importing;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dates of a WordPress post, which the export writes in up to three ways, some of them void. */
final class WxrDates {

    /** What PHP makes of MySQL's date 0000-00-00 on its way into an RSS date. */
    private static final Instant VOID = Instant.parse("1999-11-30T00:00:00Z");

    private static final String NONE = "0000-00-00";

    private final WxrItem item;
    private final @Nullable Instant universal;
    private final @Nullable Instant local;
    private final @Nullable Instant syndicated;

    WxrDates(WxrItem item) {
        this.item = item;
        universal = parse(item.field("post_date_gmt"));
        local = parse(item.field("post_date"));
        Instant date = parse(item.field("pubDate"));
        syndicated = VOID.equals(date) ? null : date;
    }

    /** False when there are dates but all of them are broken. */
    boolean areReadable() {
        return published() != null
                || Stream.of("post_date_gmt", "post_date").allMatch(name -> isVoid(item.field(name)));
    }

    @Nullable Instant published() {
        if (universal != null) {
            return universal;
        }
        return local != null ? local : syndicated;
    }

    /** Whether the publishing date is the site's wall clock. */
    boolean isZoneUnknown() {
        return universal == null && local != null;
    }

    @Nullable Instant updated() {
        return parse(item.field("post_modified_gmt"));
    }

    private static @Nullable Instant parse(String date) {
        return isVoid(date) ? null : SourceDates.parse(date);
    }

    private static boolean isVoid(String date) {
        return date.isBlank() || date.startsWith(NONE);
    }
}
