package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.ardina.account.EmailAddresses;
import org.ardina.account.OwnerProof;
import org.ardina.problem.NotFoundException;
import org.ardina.web.authentication.RequestDevice;
import org.ardina.web.authentication.SessionTokens;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The e-mail address of one's own account. */
@Path("/accounts/me/email")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {

    @Inject
    private EmailAddresses emails;

    @Inject
    private RequestDevice device;

    @Inject
    private SessionTokens tokens;

    @Context
    private HttpServletRequest request;

    /** Another address, and the password of the account. */
    public record Wanted(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 1000) String password) {}

    /**
     * The address of an account.
     *
     * @param verified whether its owner has shown that the mailbox is theirs
     */
    public record AddressView(String email, boolean verified) {}

    @GET
    @SecurityRequirement(name = "bearer")
    public AddressView own() {
        return emails.own()
                .map(known -> new AddressView(known.email(), known.verified()))
                .orElseThrow(() -> new NotFoundException("e-mail address"));
    }

    @PUT
    @SecurityRequirement(name = "bearer")
    @APIResponse(
            responseCode = "202",
            description = "A link was sent to the new address; following it changes the address")
    public Response change(@Valid @NotNull Wanted wanted) {
        emails.requestChange(
                wanted.email(),
                new OwnerProof(wanted.password(), tokens.of(request).orElse("")),
                device.of(request),
                RequestLanguage.of(request).tag());
        return Response.accepted().build();
    }

    @POST
    @Path("/verification")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "202", description = "A link was sent to the address, unless it is verified")
    public Response verify() {
        emails.requestVerification(RequestLanguage.of(request).tag());
        return Response.accepted().build();
    }
}
