package org.ardina.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The sections of the paper. */
@Path("/topics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

    @Inject
    private Topics topics;

    public record TopicView(String slug, String name, String description, long articles) {

        static TopicView of(Topic topic) {
            return new TopicView(topic.slug().value(), topic.name(), topic.description(), topic.articles());
        }
    }

    @GET
    public ListAnswer<TopicView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        return ListAnswer.of(topics.page(cursor, limit), TopicView::of);
    }
}
