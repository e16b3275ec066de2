package org.ardina.web.site;

import java.util.List;
import org.ardina.popularity.Period;
import org.ardina.popularity.PopularArticle;
import org.ardina.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The stories that are read most.
 *
 * @param topics all of them, in the order of the sections
 * @param topic that all stories stand in; absent for those of all topics
 * @param articles most popular first
 */
public record PopularPage(
        List<Topic> topics, Period period, @Nullable Topic topic, List<PopularArticle> articles) {

    public PopularPage {
        topics = List.copyOf(topics);
        articles = List.copyOf(articles);
    }

    /** The periods that can be chosen. */
    public List<Period> periods() {
        return List.of(Period.values());
    }

    /** The address of the list, or of the same for another period. */
    public String path(Period other) {
        return new PopularAddress(other, topic == null ? null : topic.slug()).path();
    }
}
