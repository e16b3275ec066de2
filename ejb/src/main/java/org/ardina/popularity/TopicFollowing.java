package org.ardina.popularity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ardina.topic.TopicMoved;

/** Lets what was counted in a topic count in the one that took its articles. */
@ApplicationScoped
class TopicFollowing {

    @Inject
    private ReadRepository reads;

    void follow(@Observes TopicMoved topic) {
        reads.move(topic.from(), topic.to());
    }
}
