package org.ardina.web.site;

import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The address of a reader page, taken apart.
 *
 * @param kind which page: the first part of the path, empty for the front page
 * @param slug the second part of the path, where there is one
 * @param feed in which the page is a feed, else absent
 * @param cursor where a part of a list begins, absent at its start
 */
record PageAddress(
        String kind,
        @Nullable Slug slug,
        @Nullable FeedFormat feed,
        @Nullable String cursor) {

    /** A page that has no address of its own: it says that nothing is there. */
    static final String NOT_FOUND = "/.not-found";

    private static final int LONGEST_CURSOR = 64;

    /** The address as part of a page's key, without what makes no difference; null if no page can be there. */
    static @Nullable String normalise(String path, @Nullable String cursor) {
        return switch (path) {
            case "/",
                    "/topics",
                    "/feed.rss",
                    "/feed.atom",
                    "/feed.json",
                    "/sitemap.xml",
                    "/sitemap-pages.xml",
                    "/sitemap-news.xml",
                    "/robots.txt",
                    "/opensearch.xml" -> path;
            case "/latest" -> withCursor(path, cursor);
            default -> normaliseDeeper(path, cursor);
        };
    }

    private static @Nullable String normaliseDeeper(String path, @Nullable String cursor) {
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            return SitemapPart.parse(path.substring(1)).isPresent() ? path : null;
        }
        boolean list = path.startsWith("/topics/") || path.startsWith("/authors/");
        int feed = list ? path.indexOf('/', slash + 1) : -1;
        if (!Slug.isValid(path.substring(slash + 1, feed < 0 ? path.length() : feed))) {
            return null;
        }
        if (feed >= 0) {
            return FeedFormat.ofFile(path.substring(feed + 1)).isPresent() ? path : null;
        }
        if (list) {
            return withCursor(path, cursor);
        }
        return path.startsWith("/articles/") ? path : null;
    }

    /** Takes apart what {@link #normalise} made. */
    static PageAddress parse(String normalised) {
        if (isPopular(normalised)) {
            return new PageAddress("popular", null, null, null);
        }
        int question = normalised.indexOf('?');
        String path = question < 0 ? normalised : normalised.substring(0, question);
        String cursor = question < 0 ? null : normalised.substring(question + "?cursor=".length());
        int last = path.lastIndexOf('/');
        FeedFormat feed = FeedFormat.ofFile(path.substring(last + 1)).orElse(null);
        if (feed != null) {
            path = path.substring(0, Math.max(1, last));
        }
        int slash = path.indexOf('/', 1);
        return slash < 0
                ? new PageAddress(path.substring(1), null, feed, cursor)
                : new PageAddress(path.substring(1, slash), new Slug(path.substring(slash + 1)), feed, cursor);
    }

    private static boolean isPopular(String normalised) {
        return normalised.equals(PopularAddress.PATH) || normalised.startsWith(PopularAddress.PATH + "?");
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
