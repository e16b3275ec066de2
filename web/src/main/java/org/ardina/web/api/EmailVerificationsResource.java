package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.ardina.account.EmailAddresses;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the links in letters about e-mail addresses are for. */
@Path("/")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailVerificationsResource {

    @Inject
    private EmailAddresses emails;

    @Context
    private HttpServletRequest request;

    /** The last part of the link. */
    public record Followed(@NotNull @Size(max = 100) String token) {}

    @POST
    @Path("/email-verifications")
    @APIResponse(responseCode = "204", description = "The address is verified")
    public void verify(@Valid @NotNull Followed link) {
        emails.verify(link.token());
    }

    @POST
    @Path("/email-changes")
    @APIResponse(responseCode = "204", description = "The account has the new address")
    public void change(@Valid @NotNull Followed link) {
        emails.change(link.token(), RequestLanguage.of(request).tag());
    }
}
