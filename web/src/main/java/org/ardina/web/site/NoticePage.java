package org.ardina.web.site;

import java.util.List;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A page that says why there is nothing to read here.
 *
 * @param topics all of them, in the order of the sections; empty when they are not at hand
 * @param requestId by which the operators find the request, shown when present
 */
public record NoticePage(
        List<Topic> topics, Notice notice, @Nullable String requestId) {

    public NoticePage {
        topics = List.copyOf(topics);
    }
}
