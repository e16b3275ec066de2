package org.ardina.web.site;

import java.util.List;
import org.ardina.article.ArticleSummary;
import org.ardina.article.Author;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The stories of one author, newest first.
 *
 * @param topics all of them, in the order of the sections
 * @param cursor where this part of the list begins, absent at its start
 */
public record AuthorPage(
        List<Topic> topics,
        Author author,
        Page<ArticleSummary> articles,
        @Nullable String cursor) {

    public AuthorPage {
        topics = List.copyOf(topics);
    }
}
