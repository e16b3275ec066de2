package org.ardina.web.site;

import java.util.List;
import org.ardina.article.ArticleSummary;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The stories of all topics, newest first.
 *
 * @param topics all of them, in the order of the sections
 * @param cursor where this part of the list begins, absent at its start
 */
public record LatestPage(
        List<Topic> topics,
        Page<ArticleSummary> articles,
        @Nullable String cursor) {

    public LatestPage {
        topics = List.copyOf(topics);
    }
}
