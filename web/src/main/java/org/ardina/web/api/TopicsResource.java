package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.ardina.article.Slug;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.ardina.topic.Topic;
import org.ardina.topic.TopicEditing;
import org.ardina.topic.Topics;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The sections of the paper. */
@Path("/topics")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TopicsResource {

    /** Longer than anything that is valid, which the service says more exactly. */
    private static final int LONGEST = 1000;

    @Inject
    private Topics topics;

    @Inject
    private TopicEditing editing;

    /** A new topic; its slug is made from its name if there is none. */
    public record NewTopic(
            @Nullable @Size(max = LONGEST) String slug,
            @NotNull @Size(max = LONGEST) String name,
            @Nullable @Size(max = LONGEST) String description,
            @Nullable Integer order) {}

    /** What changes of a topic; what is absent stays as it is. With another slug the old address leads to the new one. */
    public record TopicChange(
            @Nullable @Size(max = LONGEST) String slug,
            @Nullable @Size(max = LONGEST) String name,
            @Nullable @Size(max = LONGEST) String description,
            @Nullable Integer order) {}

    /**
     * The end of a topic.
     *
     * @param into the slug of the one that takes its articles
     */
    public record Merger(@NotNull @Size(max = LONGEST) String into) {}

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

    @POST
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "201", description = "The topic")
    public Response create(@Valid @NotNull NewTopic topic, @Context UriInfo address) {
        Topic created = editing.create(topic.slug(), topic.name(), topic.description(), topic.order());
        return Response.created(address.getAbsolutePathBuilder()
                        .path(created.slug().value())
                        .build())
                .entity(TopicView.of(created))
                .build();
    }

    @PUT
    @Path("/{slug}")
    @SecurityRequirement(name = "bearer")
    public TopicView change(@PathParam("slug") String slug, @Valid @NotNull TopicChange change) {
        return TopicView.of(
                change.slug() == null
                        ? editing.change(slug(slug), change.name(), change.description(), change.order())
                        : editing.rename(
                                slug(slug), change.slug(), change.name(), change.description(), change.order()));
    }

    @POST
    @Path("/{slug}/merger")
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "202", description = "The articles are moved to the other topic, which this is")
    public Response merge(@PathParam("slug") String slug, @Valid @NotNull Merger merger) {
        return Response.accepted(TopicView.of(editing.merge(slug(slug), merger.into())))
                .build();
    }

    @DELETE
    @Path("/{slug}")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "204", description = "The topic is gone")
    @APIResponse(responseCode = "409", description = "Articles stand in it")
    public void delete(@PathParam("slug") String slug) {
        editing.delete(slug(slug));
    }

    private static Slug slug(String text) {
        if (!Slug.isValid(text)) {
            throw new NotFoundException("topic");
        }
        return new Slug(text);
    }
}
