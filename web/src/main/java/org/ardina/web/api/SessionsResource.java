package org.ardina.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.ardina.account.Account;
import org.ardina.account.Session;
import org.ardina.account.Sessions;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
@Path("/sessions")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private Sessions sessions;

    public record Credentials(
            @NotNull @Size(min = 1, max = 64) String username,
            @NotNull @Size(min = 1, max = 128) String password) {}

    public record OpenSession(String token, Instant expiresAt, Account account) {}

    @POST
    public Response open(@Valid @NotNull Credentials credentials) {
        Session session = sessions.open(credentials.username(), credentials.password());
        return Response.status(Response.Status.CREATED)
                .entity(new OpenSession(session.token(), session.expiresAt(), session.account()))
                .build();
    }

    @DELETE
    @Path("/current")
    @Consumes(MediaType.WILDCARD)
    public void close(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Authorization.bearerToken(authorization).ifPresent(sessions::close);
    }
}
