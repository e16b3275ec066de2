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
import jakarta.ws.rs.HeaderParam;
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
import java.util.Locale;
import org.ardina.article.ArticleId;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.CommentOrder;
import org.ardina.comment.Comments;
import org.ardina.comment.ConversationRules;
import org.ardina.comment.Conversations;
import org.ardina.comment.NewComment;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The comments on an article. */
@Path("/articles/{slug}/comments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ArticleCommentsResource {

    /** Longer than any comment, which the service says more exactly. */
    private static final int LONGEST = 100_000;

    @Inject
    private Articles articles;

    @Inject
    private Conversations conversations;

    @Inject
    private Comments comments;

    @Inject
    private ConversationRules rules;

    @Context
    private UriInfo address;

    /** What somebody says, and to which comment. */
    public record Draft(
            @NotNull @Size(max = LONGEST) String body,
            @Nullable @Size(max = 24) String parent) {}

    @GET
    @Operation(
            summary = "The first comments of threads, or all that is below one comment",
            description = "sort is newest, oldest or top; with parent the order is that of reading")
    public ListAnswer<CommentView> list(
            @PathParam("slug") String slug,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        CommentOrder order = order(sort);
        ArticleId article = articles.find(valid(slug))
                .orElseThrow(() -> new NotFoundException("article"))
                .id();
        return ListAnswer.of(
                parent == null
                        ? conversations.list(article, order, cursor, limit)
                        : conversations.below(conversations.comment(article, CommentId.parse(parent)), cursor, limit),
                CommentView::of);
    }

    @POST
    @SecurityRequirement(name = "bearer")
    @Operation(
            summary = "Write a comment",
            description = "The same Idempotency-Key with the same comment gives the same answer and no second comment")
    @APIResponse(responseCode = "201", description = "Written; state tells whether others see it")
    public Response write(
            @PathParam("slug") String slug,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Draft draft) {
        Comment comment = comments.write(
                valid(slug),
                new NewComment(draft.body(), draft.parent() == null ? null : CommentId.parse(draft.parent()), key));
        return Response.created(address.getBaseUriBuilder()
                        .path(CommentsResource.class)
                        .build(comment.id().value()))
                .entity(CommentView.reviewed(comment))
                .build();
    }

    @PUT
    @Path("/closure")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "204", description = "Nobody can comment on the article any more")
    public void close(@PathParam("slug") String slug) {
        rules.close(valid(slug), true);
    }

    @DELETE
    @Path("/closure")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "204", description = "The article can be commented on again")
    public void open(@PathParam("slug") String slug) {
        rules.close(valid(slug), false);
    }

    private static Slug valid(String slug) {
        if (!Slug.isValid(slug)) {
            throw new NotFoundException("article");
        }
        return new Slug(slug);
    }

    private static CommentOrder order(String sort) {
        for (CommentOrder order : CommentOrder.values()) {
            if (order.name().toLowerCase(Locale.ROOT).equals(sort)) {
                return order;
            }
        }
        throw new InvalidInputException("invalid-sort", "sort is newest, oldest or top.");
    }
}
