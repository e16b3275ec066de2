package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.Comments;
import org.ardina.comment.Conversations;
import org.ardina.comment.Decision;
import org.ardina.comment.Likes;
import org.ardina.comment.ModerationDesk;
import org.ardina.comment.Reasons;
import org.ardina.problem.InvalidInputException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** One comment: for its author, for other readers, for administrators. */
@Path("/comments/{id}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class CommentsResource {

    private static final int LONGEST = 100_000;

    @Inject
    private Comments comments;

    @Inject
    private Conversations conversations;

    @Inject
    private Likes likes;

    @Inject
    private ModerationDesk desk;

    /** Another text. */
    public record Edit(@NotNull @Size(max = LONGEST) String body) {}

    /** What is wrong with it. */
    public record NewReport(
            @NotNull @Size(max = 100) String reason,
            @Nullable @Size(max = LONGEST) String detail) {}

    /** Why it should be looked at again. */
    public record NewAppeal(@NotNull @Size(max = LONGEST) String text) {}

    /** What an administrator decides. */
    public record NewDecision(
            @NotNull @Size(max = 100) String decision,
            @Nullable @Size(max = 100) String reason,
            @Nullable @Size(max = LONGEST) String note) {}

    @GET
    @Operation(summary = "A comment; the caller's own with what was decided about it")
    public CommentView get(@PathParam("id") String id, @Context SecurityContext security) {
        Comment comment = conversations.comment(CommentId.parse(id));
        Principal caller = security.getUserPrincipal();
        return caller != null && comment.author().is(caller.getName())
                ? CommentView.reviewed(comment)
                : CommentView.of(comment);
    }

    @PATCH
    @Operation(summary = "Change the caller's comment, within five minutes")
    public CommentView edit(@PathParam("id") String id, @Valid @NotNull Edit edit) {
        return CommentView.reviewed(comments.edit(CommentId.parse(id), edit.body()));
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "204", description = "Withdrawn; what answers it stays")
    public void withdraw(@PathParam("id") String id) {
        comments.withdraw(CommentId.parse(id));
    }

    @PUT
    @Path("/like")
    @Consumes(MediaType.WILDCARD)
    public LikeView like(@PathParam("id") String id) {
        return LikeView.of(likes.comment(CommentId.parse(id), true));
    }

    @DELETE
    @Path("/like")
    @Consumes(MediaType.WILDCARD)
    public LikeView unlike(@PathParam("id") String id) {
        return LikeView.of(likes.comment(CommentId.parse(id), false));
    }

    @POST
    @Path("/reports")
    @APIResponse(responseCode = "202", description = "An administrator will look at it")
    public Response report(@PathParam("id") String id, @Valid @NotNull NewReport report) {
        comments.report(CommentId.parse(id), Reasons.parse(report.reason()), report.detail());
        return Response.accepted().build();
    }

    @POST
    @Path("/appeal")
    @APIResponse(responseCode = "202", description = "Another administrator will decide")
    public Response appeal(@PathParam("id") String id, @Valid @NotNull NewAppeal appeal) {
        return Response.accepted(CommentView.reviewed(comments.appeal(CommentId.parse(id), appeal.text())))
                .build();
    }

    @POST
    @Path("/decisions")
    @Operation(summary = "Approve or reject; an administrator's rejection needs a reason")
    public CommentView decide(@PathParam("id") String id, @Valid @NotNull NewDecision decision) {
        return CommentView.reviewed(desk.decide(
                CommentId.parse(id),
                choice(decision.decision()),
                decision.reason() == null || decision.reason().isBlank() ? null : Reasons.parse(decision.reason()),
                decision.note()));
    }

    @DELETE
    @Path("/decisions")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take the caller's decision back, shortly after it was made")
    public CommentView undo(@PathParam("id") String id) {
        return CommentView.reviewed(desk.undo(CommentId.parse(id)));
    }

    private static Decision.Choice choice(String name) {
        for (Decision.Choice choice : Decision.Choice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new InvalidInputException("invalid-decision", "decision is APPROVE or REJECT.");
    }
}
