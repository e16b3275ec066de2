package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.ardina.setting.SettingsDesk;
import org.ardina.setting.SiteSettings;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What the newsroom changes by itself. */
@Path("/settings")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class SettingsResource {

    private static final String NAME = "settings";

    @Inject
    private SettingsDesk desk;

    /**
     * What is set.
     *
     * @param registrationOpen whether anybody can make an account
     */
    public record Values(@NotNull Boolean registrationOpen) {}

    @GET
    public Response get() {
        return answer(desk.find());
    }

    @PUT
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "412", description = "Somebody else changed it meanwhile")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull Values values) {
        return answer(desk.change(values.registrationOpen(), ArticleVersion.expected(ifMatch, NAME)));
    }

    private static Response answer(SiteSettings settings) {
        return Response.ok(new Values(settings.registrationOpen()))
                .tag(new EntityTag(NAME + "-" + settings.version()))
                .build();
    }
}
