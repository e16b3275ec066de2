package org.ardina.web.site;

import java.util.List;
import org.ardina.topic.Topic;

/**
 * The index of the paper.
 *
 * @param topics all of them, in the order of the sections
 */
public record TopicsPage(List<Topic> topics) {

    public TopicsPage {
        topics = List.copyOf(topics);
    }
}
