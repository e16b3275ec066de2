package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.ardina.article.LifeCycleStep;
import org.ardina.article.Manuscript;
import org.ardina.article.Picture;
import org.ardina.newsroom.ArticleText;
import org.ardina.newsroom.Finding;
import org.ardina.newsroom.PreviewLink;
import org.ardina.newsroom.Previews;
import org.ardina.newsroom.Review;
import org.ardina.newsroom.Verdict;
import org.ardina.newsroom.Writing;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Articles as the newsroom works on them: writing, submitting, deciding. */
@Path("/articles")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class ManuscriptsResource {

    /** Longer than anything that is valid, which the service says more exactly. */
    private static final int LONG = 5000;

    private static final int LONGEST_BODY = 1 << 20;
    private static final int MANY = 200;

    @Inject
    private Writing writing;

    @Inject
    private Review review;

    @Inject
    private Previews previews;

    @Context
    private HttpServletRequest request;

    @Context
    private UriInfo address;

    /**
     * What a writer sends. What is absent stays as it is; in a new article it is empty.
     *
     * @param body HTML
     * @param authors usernames, in the order of the byline
     * @param picture over the article; one without a source takes it away
     * @param slug where the article is to be found
     * @param correction what readers are to be told of a change to an approved article
     * @param submit whether a new article is handed in for review at once
     */
    public record Text(
            @NotNull @Size(max = LONG) String headline,
            @Nullable @Size(max = LONG) String standfirst,
            @NotNull @Size(max = LONGEST_BODY) String body,
            @Nullable @Size(max = LONG) String topic,
            @Nullable @Size(max = MANY) List<@Size(max = LONG) String> tags,
            @Nullable @Size(max = MANY) List<@Size(max = LONG) String> authors,
            @Nullable @Size(max = LONG) String language,
            ManuscriptView.@Nullable PictureView picture,
            @Nullable @Size(max = LONG) String slug,
            @Nullable @Size(max = LONG) String correction,
            @Nullable Boolean submit) {}

    /**
     * What an administrator decides.
     *
     * @param decision APPROVE, RETURN, ARCHIVE or RESTORE
     * @param note for the writers
     * @param notes about passages
     * @param publishAt from when on readers may see it; ISO 8601
     */
    public record Decision(
            @NotNull @Size(max = LONG) String decision,
            @Nullable @Size(max = LONG) String note,
            @Nullable @Size(max = MANY) List<@Valid PassageNote> notes,
            @Nullable @Size(max = LONG) String publishAt) {}

    /** A note about a passage: what stands there, and where in the text without markup it begins. */
    public record PassageNote(
            @Nullable @Size(max = LONG) String quote,
            @Nullable Integer offset,
            @NotNull @Size(max = LONG) String note) {}

    /** What a check has found. */
    public record FindingView(
            String check,
            String severity,
            String detail,
            @Nullable String passage) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.check().code(), finding.severity().name(), finding.detail(), finding.passage());
        }
    }

    public record LinkView(String url, Instant expiresAt) {}

    @POST
    @APIResponse(responseCode = "201", description = "A draft, or with submit: true one that waits for review")
    public Response create(@Valid @NotNull Text text) {
        ArticleText written = text(text, RequestLanguage.of(request).tag());
        Manuscript manuscript =
                Boolean.TRUE.equals(text.submit()) ? writing.createAndSubmit(written) : writing.create(written);
        return answer(
                Response.created(address.getAbsolutePathBuilder()
                        .path(manuscript.article().slug().value())
                        .build()),
                manuscript);
    }

    @PUT
    @Path("/{slug}")
    @APIResponse(
            responseCode = "200",
            description = "The article; if it was approved, with the revision that now waits")
    @APIResponse(responseCode = "412", description = "Somebody changed it since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response edit(
            @PathParam("slug") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Text text) {
        ArticleId article = id(id);
        if (ifMatch == null) {
            // Whoever may not change it learns that first.
            writing.find(article);
            throw new MissingPreconditionException();
        }
        return answer(
                Response.ok(),
                writing.edit(article, ArticleVersion.expected(ifMatch, article), text(text, text.language())));
    }

    @GET
    @Path("/mine")
    public ListAnswer<ManuscriptView> mine(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        return ListAnswer.of(
                writing.mine(state == null ? null : constant(ArticleState.class, state, "state"), cursor, limit),
                ManuscriptView::of);
    }

    @GET
    @Path("/queue")
    public ListAnswer<ManuscriptView> queue(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        return ListAnswer.of(review.queue(cursor, limit), ManuscriptView::of);
    }

    @GET
    @Path("/{id}/revisions")
    public ListAnswer<ManuscriptView.TextView> revisions(@PathParam("id") String id) {
        return new ListAnswer<>(
                writing.revisions(id(id)).stream()
                        .map(ManuscriptView.TextView::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{id}/checks")
    public ListAnswer<FindingView> checks(@PathParam("id") String id) {
        return new ListAnswer<>(
                writing.check(id(id)).stream().map(FindingView::of).toList(), null);
    }

    /** Two texts of an article side by side. */
    @GET
    @Path("/{id}/comparison")
    public ComparisonView compare(
            @PathParam("id") String id,
            @QueryParam("left") @DefaultValue("0") int left,
            @QueryParam("right") @DefaultValue("0") int right) {
        return ComparisonView.of(
                left == 0 && right == 0 ? writing.compareWithLive(id(id)) : writing.compare(id(id), left, right));
    }

    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "The article waits for review")
    @APIResponse(responseCode = "409", description = "It is not a draft")
    public Response submit(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ArticleId article = id(id);
        return answer(Response.ok(), writing.submit(article, ArticleVersion.expected(ifMatch, article)));
    }

    @DELETE
    @Path("/{id}/submission")
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        ArticleId article = id(id);
        return answer(Response.ok(), writing.withdraw(article, ArticleVersion.expected(ifMatch, article)));
    }

    @POST
    @Path("/{id}/decisions")
    @APIResponse(responseCode = "200", description = "The article as it is now")
    @APIResponse(responseCode = "409", description = "Its state does not allow that; state says which it is")
    public Response decide(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Decision decision) {
        ArticleId article = id(id);
        Verdict verdict = new Verdict(
                constant(LifeCycleStep.class, decision.decision(), "decision"),
                decision.note(),
                decision.notes() == null
                        ? List.of()
                        : decision.notes().stream()
                                .map(note -> new Verdict.PassageNote(note.quote(), note.offset(), note.note()))
                                .toList(),
                decision.publishAt() == null ? null : time(decision.publishAt()));
        return answer(Response.ok(), review.decide(article, ArticleVersion.expected(ifMatch, article), verdict));
    }

    /** A link that shows the article for a week to whoever has it. */
    @POST
    @Path("/{id}/preview-links")
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "201", description = "The link, which is told only once")
    public Response preview(@PathParam("id") String id) {
        PreviewLink link = previews.link(id(id));
        return Response.status(Response.Status.CREATED)
                .entity(new LinkView(link.url(), link.expiresAt()))
                .build();
    }

    /** Makes all links to an article useless. */
    @DELETE
    @Path("/{id}/preview-links")
    @Consumes(MediaType.WILDCARD)
    public void withdrawPreviews(@PathParam("id") String id) {
        previews.withdraw(id(id));
    }

    static Response answer(Response.ResponseBuilder response, Manuscript manuscript) {
        return response.entity(ManuscriptView.of(manuscript))
                .tag(ArticleVersion.tag(manuscript.id(), manuscript.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    static ArticleId id(String text) {
        if (!ArticleId.isValid(text)) {
            throw new NotFoundException("article");
        }
        return new ArticleId(text);
    }

    private static ArticleText text(Text text, @Nullable String language) {
        return new ArticleText(
                text.headline(),
                text.standfirst(),
                BodyFormat.HTML,
                text.body(),
                text.topic(),
                text.tags(),
                text.authors(),
                text.language() == null ? language : text.language(),
                picture(text.picture()),
                text.slug(),
                text.correction());
    }

    private static @Nullable Picture picture(ManuscriptView.@Nullable PictureView picture) {
        if (picture == null) {
            return null;
        }
        if (picture.source() == null || picture.source().isBlank()) {
            return ArticleText.NO_PICTURE;
        }
        try {
            return new Picture(
                    URI.create(picture.source().strip()),
                    picture.alternative() == null ? "" : picture.alternative(),
                    picture.caption(),
                    picture.credit());
        } catch (IllegalArgumentException notAnAddress) {
            throw new InvalidInputException("invalid-picture", "The source of a picture is not an address.");
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new InvalidInputException(
                    "invalid-time", "A time is ISO 8601 with its offset, such as 2030-01-31T08:00:00Z.");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidInputException("invalid-" + field, "There is no such " + field + ".");
    }
}
