package org.ardina.cache;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The tags of pages: names of what a page shows. A change names what it touches in the same way, and every page that has
 * one of these tags is dropped. A page has the tag of each article that it shows, so that what an article was before its
 * change need not be known; and the tags of the lists in which a new article could appear.
 */
public final class PageTags {

    public static final String FRONT = "front";
    public static final String LATEST = "latest";
    /** The index of all topics. */
    public static final String TOPICS = "topics";
    /** The lists of published articles for search engines. */
    public static final String SITEMAP = "sitemap";
    /** The topics that every page offers. */
    public static final String NAVIGATION = "navigation";
    /** Stands in a header for the tags for which it has no room; every purge names it. */
    public static final String MANY = "many";

    /** Different tags may have one mark; that drops a page too many, one in ten thousand. */
    static final int MARKS = 1 << 16;

    private static final String ARTICLE = "article:";
    private static final int HEADER_LENGTH = 1000;

    private PageTags() {}

    public static String article(String id) {
        return ARTICLE + id;
    }

    /** What readers say about an article. */
    public static String conversation(String article) {
        return "conversation:" + article;
    }

    /** A slug that leads, or does not lead, to an article. */
    public static String slug(String slug) {
        return "slug:" + slug;
    }

    public static String topic(String slug) {
        return "topic:" + slug;
    }

    public static String author(String username) {
        return "author:" + username;
    }

    /** The marks of the tags: numbers below {@link #MARKS}, the same in every replica. */
    static int[] marks(Collection<String> tags) {
        return tags.stream().mapToInt(PageTags::mark).sorted().distinct().toArray();
    }

    /** Murmur3's finalizer over the hash of the text, which alone spreads short texts badly. */
    private static int mark(String tag) {
        int hash = tag.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return (hash ^ (hash >>> 16)) & (MARKS - 1);
    }

    /** The id of the article whose tag is the first: that of which the whole page is. */
    static @Nullable String firstArticle(String header) {
        if (!header.startsWith(ARTICLE)) {
            return null;
        }
        int end = header.indexOf(' ');
        return header.substring(ARTICLE.length(), end < 0 ? header.length() : end);
    }

    /** The tags as one text, separated by spaces, at most about {@value #HEADER_LENGTH} characters. */
    static String header(Collection<String> tags) {
        StringBuilder header = new StringBuilder();
        for (String tag : tags) {
            if (header.length() + tag.length() > HEADER_LENGTH) {
                return header.append(MANY).toString();
            }
            header.append(tag).append(' ');
        }
        return header.toString().strip();
    }
}
