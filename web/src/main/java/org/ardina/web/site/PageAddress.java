package org.ardina.web.site;

import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The address of a reader page, taken apart.
 *
 * @param kind which page: the first part of the path, empty for the front page
 * @param slug the second part of the path, where there is one
 * @param cursor where a part of a list begins, absent at its start
 */
record PageAddress(
        String kind, @Nullable Slug slug, @Nullable String cursor) {

    /** A page that has no address of its own: it says that nothing is there. */
    static final String NOT_FOUND = "/.not-found";

    private static final int LONGEST_CURSOR = 64;

    /** The address as part of a page's key, without what makes no difference; null if no page can be there. */
    static @Nullable String normalise(String path, @Nullable String cursor) {
        return switch (path) {
            case "/", "/topics" -> path;
            case "/latest" -> withCursor(path, cursor);
            default -> {
                int slash = path.indexOf('/', 1);
                if (slash < 0 || !Slug.isValid(path.substring(slash + 1))) {
                    yield null;
                }
                if (path.startsWith("/articles/")) {
                    yield path;
                }
                yield path.startsWith("/topics/") || path.startsWith("/authors/") ? withCursor(path, cursor) : null;
            }
        };
    }

    /** Takes apart what {@link #normalise} made. */
    static PageAddress parse(String normalised) {
        int question = normalised.indexOf('?');
        String path = question < 0 ? normalised : normalised.substring(0, question);
        String cursor = question < 0 ? null : normalised.substring(question + "?cursor=".length());
        int slash = path.indexOf('/', 1);
        return slash < 0
                ? new PageAddress(path.substring(1), null, cursor)
                : new PageAddress(path.substring(1, slash), new Slug(path.substring(slash + 1)), cursor);
    }

    /** Whether a list can have given out this cursor. */
    static boolean isCursor(String text) {
        if (text.isEmpty() || text.length() > LONGEST_CURSOR) {
            return false;
        }
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-');
    }

    private static String withCursor(String path, @Nullable String cursor) {
        return cursor == null ? path : path + "?cursor=" + cursor;
    }
}
