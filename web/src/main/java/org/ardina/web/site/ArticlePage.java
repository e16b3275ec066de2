package org.ardina.web.site;

import java.util.List;
import org.ardina.article.Article;
import org.ardina.article.ArticleSummary;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One article to read.
 *
 * @param topics all of them, in the order of the sections
 * @param related what to read next, best four; may be empty
 * @param conversation what readers say about it, absent before it is published
 * @param views how often it was read
 */
public record ArticlePage(
        List<Topic> topics,
        Article article,
        List<ArticleSummary> related,
        @Nullable ConversationPart conversation,
        long views) {

    public ArticlePage {
        topics = List.copyOf(topics);
        related = List.copyOf(related);
    }
}
