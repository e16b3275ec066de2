package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ardina.article.ArticleId;
import org.ardina.curation.Curation;
import org.ardina.curation.FrontPageChoice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What administrators choose for the top of the front page. */
@Path("/front-page")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FrontPageResource {

    private static final String NAME = "front-page";

    /** More than there are places, of which the service tells more exactly. */
    private static final int MANY = 100;

    @Inject
    private Curation curation;

    /**
     * The stories on top of the front page, by their ids.
     *
     * @param lead absent to leave it to the newest stories
     * @param pins the stories beside it, in their order; the newest stories fill the other places
     */
    public record Choice(
            @Nullable @Size(max = MANY) String lead,
            @NotNull @Size(max = MANY) List<@NotNull @Size(max = MANY) String> pins) {}

    @GET
    public Response get() {
        return answer(curation.current());
    }

    @PUT
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "200", description = "What is chosen now, without what is archived since")
    @APIResponse(responseCode = "412", description = "Somebody else chose meanwhile")
    public Response choose(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Choice choice) {
        return answer(curation.choose(
                choice.lead() == null || choice.lead().isEmpty() ? null : ManuscriptsResource.id(choice.lead()),
                choice.pins().stream().map(ManuscriptsResource::id).toList(),
                ArticleVersion.expected(ifMatch, NAME)));
    }

    private static Response answer(FrontPageChoice choice) {
        ArticleId lead = choice.lead();
        return Response.ok(new Choice(
                        lead == null ? null : lead.value(),
                        choice.pins().stream().map(ArticleId::value).toList()))
                .tag(new EntityTag(NAME + "-" + choice.version()))
                .build();
    }
}
