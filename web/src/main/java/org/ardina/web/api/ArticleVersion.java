package org.ardina.web.api;

import jakarta.ws.rs.core.EntityTag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.article.ArticleId;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The entity tags of articles, and what {@code If-Match} says about them (RFC 9110, 13.1.1). */
final class ArticleVersion {

    /** What no article has: an {@code If-Match} that names none of its versions is false. */
    static final long NONE = -1;

    private static final char DERIVED = '.';
    private static final int MOST_DIGITS = 18;
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(?:\"([^\"]*)\"|([0-9a-f-]+))\\s*(?:,|$)");

    private ArticleVersion() {}

    static EntityTag tag(ArticleId id, long version) {
        return new EntityTag(value(id, version));
    }

    /** The tag of an article with what readers did to it, which changes without a new version of the article. */
    static EntityTag tag(ArticleId id, long version, long conversation, long views) {
        return new EntityTag(value(id, version) + DERIVED + conversation + DERIVED + views);
    }

    /** What stands in the quotation marks of a tag. */
    static String value(ArticleId id, long version) {
        return id + "-" + version;
    }

    /**
     * The version that a change is meant for; null for any, as with {@code *} or without the header.
     *
     * @param header one or more tags; a version alone is taken as one
     */
    static @Nullable Long expected(@Nullable String header, ArticleId id) {
        return expected(header, id.value());
    }

    /** The same for what is not an article and has another name in the place of its id. */
    static @Nullable Long expected(@Nullable String header, String name) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        List<Long> versions = new ArrayList<>();
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String text = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            String version = text.startsWith(name + "-") ? text.substring(name.length() + 1) : text;
            int derived = version.indexOf(DERIVED);
            if (derived >= 0) {
                version = version.substring(0, derived);
            }
            boolean strong = matcher.group(1) == null;
            if (strong && version.length() <= MOST_DIGITS && version.matches("[0-9]+")) {
                versions.add(Long.parseLong(version));
            }
        }
        if (end < header.length()) {
            throw new InvalidInputException("invalid-if-match", "If-Match is an ETag in quotation marks.");
        }
        // One article has one version at a time; of several tags the newest is the one that can be meant.
        return versions.stream().max(Long::compare).orElse(NONE);
    }
}
