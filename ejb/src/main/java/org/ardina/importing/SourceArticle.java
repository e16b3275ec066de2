package org.ardina.importing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source gives it, before the newsroom's rules are applied.
 *
 * @param key identifies it within its kind of source over repeated imports, for example a GUID
 * @param item what a person finds it by in a report
 * @param standfirst plain text, empty when there is none
 * @param sections names; the first becomes the topic, the others tags
 * @param language a BCP 47 tag, absent when the source does not say
 * @param slug as the source proposes it, not yet checked
 * @param picture an absolute address
 * @param publishedAt absent when the source does not know
 * @param notes what was left out or changed on the way, for the report
 */
record SourceArticle(
        String key,
        String item,
        String headline,
        String standfirst,
        BodyFormat format,
        String body,
        List<String> sections,
        List<String> tags,
        List<SourceAuthor> authors,
        @Nullable String language,
        @Nullable String slug,
        @Nullable URI url,
        @Nullable URI picture,
        ArticleState state,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        List<SourceComment> comments,
        List<String> notes)
        implements SourceItem {

    SourceArticle {
        sections = List.copyOf(sections);
        tags = List.copyOf(tags);
        authors = List.copyOf(authors);
        comments = List.copyOf(comments);
        notes = List.copyOf(notes);
    }
}
