package org.ardina.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a writer writes: everything of an article that a revision can change.
 *
 * @param standfirst the sentence or two under the headline, plain text, empty when there is none
 * @param topic the section that the article stands in
 * @param language a BCP 47 tag such as {@code pt-BR}
 */
public record Content(
        String headline,
        String standfirst,
        Body body,
        @Nullable Slug topic,
        List<String> tags,
        List<Author> authors,
        String language,
        @Nullable Picture picture) {

    public static final int MAXIMUM_HEADLINE = 300;
    public static final int MAXIMUM_STANDFIRST = 2000;

    public Content {
        if (headline.isBlank() || headline.length() > MAXIMUM_HEADLINE) {
            throw new IllegalArgumentException("A headline has 1 to " + MAXIMUM_HEADLINE + " characters");
        }
        if (standfirst.length() > MAXIMUM_STANDFIRST) {
            throw new IllegalArgumentException("A standfirst has at most " + MAXIMUM_STANDFIRST + " characters");
        }
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
    }

    /** The same in another topic. */
    Content in(Slug other) {
        return new Content(headline, standfirst, body, other, tags, authors, language, picture);
    }
}
