package org.ardina.web.site;

import java.util.List;
import org.ardina.article.ArticleSummary;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The stories of one topic, newest first.
 *
 * @param topics all of them, in the order of the sections
 * @param popular what is read most, best five; only at the start of the list
 * @param cursor where this part of the list begins, absent at its start
 */
public record TopicPage(
        List<Topic> topics,
        Topic topic,
        Page<ArticleSummary> articles,
        List<ArticleSummary> popular,
        @Nullable String cursor) {

    public TopicPage {
        topics = List.copyOf(topics);
        popular = List.copyOf(popular);
    }
}
