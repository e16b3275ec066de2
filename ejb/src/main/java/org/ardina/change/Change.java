package org.ardina.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that has changed, as it is now.
 *
 * @param id what identifies it among those of its kind
 * @param version as the document says; a feed tells of each version at most a few times
 * @param slugs that lead to it, former ones too
 * @param topic that it stands in; itself if it is a topic
 * @param authors usernames
 * @param approved whether readers may see it from {@code publishedAt} on
 */
public record Change(
        Kind kind,
        String id,
        long version,
        Instant changedAt,
        List<String> slugs,
        @Nullable String topic,
        List<String> authors,
        boolean approved,
        @Nullable Instant publishedAt) {

    public Change {
        slugs = List.copyOf(slugs);
        authors = List.copyOf(authors);
    }

    public enum Kind {
        ARTICLE,
        TOPIC,
        /** What administrators chose for the front page. */
        FRONT_PAGE,
        /** What readers say about an article, whose id it has. */
        CONVERSATION
    }

    /** A topic that has changed. */
    public static Change topic(String slug, long version, Instant changedAt) {
        return new Change(Kind.TOPIC, slug, version, changedAt, List.of(slug), slug, List.of(), true, null);
    }

    /** Another choice for the front page. */
    public static Change frontPage(String id, long version, Instant changedAt) {
        return new Change(Kind.FRONT_PAGE, id, version, changedAt, List.of(), null, List.of(), false, null);
    }

    /** A conversation that has changed. */
    public static Change conversation(String article, long version, Instant changedAt) {
        return new Change(Kind.CONVERSATION, article, version, changedAt, List.of(), null, List.of(), false, null);
    }
}
