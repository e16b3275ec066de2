package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ardina.article.Article;
import org.ardina.article.ArticleId;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentId;
import org.ardina.comment.ConversationRules;
import org.ardina.comment.Conversations;
import org.ardina.comment.ModerationDesk;
import org.ardina.comment.Report;
import org.ardina.comment.WaitingList;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Comments that wait for an administrator, and rules to be tried. */
@Path("/moderation")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class ModerationResource {

    private static final int MOST_REPLAYED = 500;

    @Inject
    private ModerationDesk desk;

    @Inject
    private ConversationRules rules;

    @Inject
    private Conversations conversations;

    /**
     * A comment with its context.
     *
     * @param slug of its article, absent where that is not published
     * @param account the id of the author's account, absent for a comment that was imported
     */
    public record Waiting(
            String id,
            String state,
            String body,
            CommentView.AuthorView author,
            @Nullable String account,
            Instant createdAt,
            @Nullable Instant editedAt,
            String article,
            @Nullable String slug,
            @Nullable String headline,
            String thread,
            @Nullable String parent,
            List<String> findings,
            CommentView.@Nullable DecisionView decision,
            CommentView.@Nullable AppealView appeal,
            List<ReportView> reports) {}

    /** What a reader says is wrong with it. */
    public record ReportView(String reason, @Nullable String detail, Instant createdAt) {

        static ReportView of(Report report) {
            return new ReportView(report.reason().code(), report.detail(), report.at());
        }
    }

    @GET
    @Path("/queue")
    public ListAnswer<Waiting> list(
            @QueryParam("kind") @DefaultValue("pending") String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        Page<Comment> page = desk.waiting(waitingList(kind), cursor, limit);
        Map<ArticleId, Article> articles = conversations.articles(page.items());
        return ListAnswer.of(page, comment -> view(comment, articles.get(comment.article())));
    }

    /** Comments that an administrator has before them. */
    public record Claims(
            @NotNull @Size(max = Page.MAXIMUM_LIMIT) List<String> comments) {}

    @GET
    @Path("/counts")
    @Operation(summary = "How many comments wait, by kind")
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        desk.counts().forEach((list, count) -> counts.put(list.name().toLowerCase(Locale.ROOT), count));
        return counts;
    }

    @PUT
    @Path("/claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Keep comments before the caller, so that no other administrator is shown them",
            description = "For two minutes; answers how many comments wait, by kind")
    public Map<String, Long> keep(@Valid @NotNull Claims claims) {
        desk.keep(claims.comments().stream().map(CommentId::parse).toList());
        return counts();
    }

    @POST
    @Path("/replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Try other thresholds or words on what was decided last",
            description = "Nothing is changed. What is left out stays as it is in force")
    public ReplayView replay(@Valid @NotNull ReplayView.Change change) {
        return ReplayView.of(rules.replay(
                change.over(rules.thresholds()), change.comments() == null ? MOST_REPLAYED : change.comments()));
    }

    private Waiting view(Comment comment, @Nullable Article article) {
        List<Report> reports = comment.review().reports() == 0 ? List.of() : desk.reports(comment.id());
        return new Waiting(
                comment.id().value(),
                comment.state().name(),
                comment.body(),
                new CommentView.AuthorView(
                        comment.author().name(), comment.author().staff()),
                comment.author().account(),
                comment.writtenAt(),
                comment.editedAt(),
                comment.article().value(),
                article == null ? null : article.slug().value(),
                article == null ? null : article.content().headline(),
                comment.thread().value(),
                comment.parent() == null ? null : comment.parent().value(),
                comment.review().findings(),
                CommentView.DecisionView.of(comment.review().decision()),
                CommentView.AppealView.of(comment.review().appeal()),
                reports.stream().map(ReportView::of).toList());
    }

    private static WaitingList waitingList(String kind) {
        for (WaitingList list : WaitingList.values()) {
            if (list.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return list;
            }
        }
        throw new InvalidInputException("invalid-kind", "kind is pending, reported, flagged or appealed.");
    }
}
