package org.ardina.cache;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a renderer makes: a page before it is compressed and kept. Pages with the status 200 and 301 are kept, of those
 * with 404 only that they are not there, others not at all.
 *
 * @param status as in HTTP
 * @param holes in the body, in their order; what they hold there is for somebody who is not logged in
 * @param location where the page is for good
 * @param tags of what it shows, the most general first; see {@link PageTags}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PageContent(
        int status,
        String mediaType,
        byte[] body,
        List<Hole> holes,
        @Nullable String location,
        List<String> tags) {

    private static final int OK = 200;
    private static final int MOVED = 301;
    private static final int NOT_FOUND = 404;

    public PageContent {
        holes = List.copyOf(holes);
        tags = List.copyOf(tags);
    }

    public static PageContent page(String mediaType, byte[] body, List<Hole> holes, Collection<String> tags) {
        return new PageContent(OK, mediaType, body, holes, null, List.copyOf(tags));
    }

    public static PageContent moved(String location, Collection<String> tags) {
        return new PageContent(MOVED, "", new byte[0], List.of(), location, List.copyOf(tags));
    }

    /** Nothing is there. How that is told is not a part of it. */
    public static PageContent notFound(Collection<String> tags) {
        return new PageContent(NOT_FOUND, "", new byte[0], List.of(), null, List.copyOf(tags));
    }

    boolean isNegative() {
        return status == NOT_FOUND;
    }

    boolean isKept() {
        return isKept(status);
    }

    static boolean isKept(int status) {
        return status == OK || status == MOVED || status == NOT_FOUND;
    }
}
