package org.ardina.web.site;

import java.util.List;
import org.ardina.article.Article;
import org.ardina.topic.Topic;

/**
 * The comments on an article, or a thread of them.
 *
 * @param topics all of them, in the order of the sections
 */
public record ConversationPage(List<Topic> topics, Article article, ConversationPart part) {

    public ConversationPage {
        topics = List.copyOf(topics);
    }
}
