package org.ardina.newsroom;

import java.util.List;
import org.ardina.article.BodyFormat;
import org.ardina.article.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What a writer hands in. What is absent stays as it is, and in a new article is empty.
 *
 * @param topic its slug; empty for none
 * @param authors usernames in the order of the byline; those that stand in it already, or accounts that may write
 * @param language a BCP 47 tag
 * @param picture over the article; {@link #NO_PICTURE} for none
 * @param slug where it is to be found; absent to follow the headline until it is approved, then to stay
 * @param correction what readers are to be told of a change to an approved article
 */
public record ArticleText(
        String headline,
        @Nullable String standfirst,
        BodyFormat format,
        String body,
        @Nullable String topic,
        @Nullable List<String> tags,
        @Nullable List<String> authors,
        @Nullable String language,
        @Nullable Picture picture,
        @Nullable String slug,
        @Nullable String correction) {

    /** Takes the picture away. */
    public static final Picture NO_PICTURE = new Picture(java.net.URI.create(""), "", null, null);

    /** A text in HTML without anything optional. */
    public static ArticleText html(String headline, String body) {
        return new ArticleText(headline, null, BodyFormat.HTML, body, null, null, null, null, null, null, null);
    }
}
