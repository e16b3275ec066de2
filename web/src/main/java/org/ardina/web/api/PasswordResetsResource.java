package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ardina.account.PasswordReset;
import org.ardina.web.authentication.RequestDevice;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A new password for whoever forgot theirs. */
@Path("/password-resets")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResetsResource {

    @Inject
    private PasswordReset reset;

    @Inject
    private RequestDevice device;

    @Context
    private HttpServletRequest request;

    /** Whose password is forgotten. */
    public record Forgotten(@NotNull @Size(max = 254) String email) {}

    /** The password instead. */
    public record Chosen(@NotNull @Size(max = 1000) String password) {}

    /** Answers the same whether or not an account has the address. */
    @POST
    @APIResponse(responseCode = "202", description = "If an account has this address, a message with a link was sent")
    public Response request(@Valid @NotNull Forgotten forgotten) {
        reset.request(
                forgotten.email(),
                device.of(request),
                RequestLanguage.of(request).tag());
        return Response.accepted().build();
    }

    @PUT
    @Path("/{token}")
    @APIResponse(responseCode = "204", description = "The account has this password, and all its sessions have ended")
    public void choose(@PathParam("token") String token, @Valid @NotNull Chosen chosen) {
        reset.choose(token, chosen.password(), RequestLanguage.of(request).tag());
    }
}
