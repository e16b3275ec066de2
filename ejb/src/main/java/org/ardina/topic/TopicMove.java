package org.ardina.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ardina.article.Manuscripts;
import org.ardina.article.Slug;
import org.ardina.job.JobHandler;
import org.ardina.job.Lease;

/**
 * Puts the articles of a topic into the one to which its address leads. That is written in the topic: whoever takes the
 * work over goes on with the articles that still stand in it.
 */
@ApplicationScoped
class TopicMove implements JobHandler {

    static final String KIND = "topic-move";

    private static final int AT_ONCE = 200;
    private static final Duration COUNTING = Duration.ofMinutes(1);

    @Inject
    private TopicRepository repository;

    @Inject
    private Topics topics;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Event<TopicMoved> moved;

    @Override
    public String kind() {
        return KIND;
    }

    /** @param subject the slug of the topic */
    @Override
    public void handle(String subject, Lease lease) {
        Slug from = new Slug(subject);
        Optional<Slug> to = repository.findTarget(from);
        while (to.isPresent() && manuscripts.move(from, to.get(), AT_ONCE) > 0) {
            lease.renew();
            to = repository.findTarget(from);
        }
        if (to.isPresent()) {
            lease.renew(COUNTING);
            topics.recount(List.of(to.get()));
            moved.fire(new TopicMoved(from, to.get()));
        }
    }
}
