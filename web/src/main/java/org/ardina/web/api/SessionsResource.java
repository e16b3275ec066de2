package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.ardina.account.Account;
import org.ardina.account.Device;
import org.ardina.account.Session;
import org.ardina.account.SessionSummary;
import org.ardina.account.Sessions;
import org.ardina.problem.CodeRequiredException;
import org.ardina.web.authentication.RequestDevice;
import org.ardina.web.authentication.SessionTokens;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Logging in and out, and where somebody is logged in. */
@Path("/sessions")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {

    @Inject
    private Sessions sessions;

    @Inject
    private SessionTokens tokens;

    @Inject
    private RequestDevice device;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    public record Credentials(
            @NotNull @Size(min = 1, max = 64) String username,
            @NotNull @Size(min = 1, max = 128) String password,
            @Size(max = 64) @Nullable String code) {}

    public record OpenSession(String token, Instant expiresAt, Account account) {}

    /** A session as the API shows it. */
    public record SessionView(
            String id,
            String device,
            String address,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {

        static SessionView of(SessionSummary session) {
            return new SessionView(
                    session.id(),
                    session.device().description(),
                    session.device().address(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.current());
        }
    }

    @POST
    @APIResponse(responseCode = "201", description = "Logged in")
    public Response open(@Valid @NotNull Credentials credentials) {
        Session session = enter(credentials, device.of(request));
        tokens.give(session, response);
        return Response.status(Response.Status.CREATED)
                .entity(new OpenSession(session.token(), session.expiresAt(), session.account()))
                .build();
    }

    private Session enter(Credentials credentials, Device from) {
        try {
            return sessions.open(credentials.username(), credentials.password(), from);
        } catch (CodeRequiredException right) {
            if (credentials.code() == null) {
                throw right;
            }
            return sessions.finish(right.login(), credentials.code(), from);
        }
    }

    @GET
    @SecurityRequirement(name = "bearer")
    public ListAnswer<SessionView> list() {
        String token = tokens.of(request).orElse("");
        return new ListAnswer<>(
                sessions.list(token).stream().map(SessionView::of).toList(), null);
    }

    @DELETE
    @Path("/current")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "204", description = "Logged out")
    public void close() {
        tokens.of(request).ifPresent(sessions::close);
        tokens.take(response);
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "204", description = "That session is over")
    public void end(@PathParam("id") String id) {
        sessions.end(id);
    }
}
