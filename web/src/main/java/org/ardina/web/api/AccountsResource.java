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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.ardina.account.Account;
import org.ardina.account.AccountChange;
import org.ardina.account.AccountQuery;
import org.ardina.account.Accounts;
import org.ardina.account.Profile;
import org.ardina.account.Registration;
import org.ardina.account.Role;
import org.ardina.account.Session;
import org.ardina.account.Status;
import org.ardina.account.WriterRequest;
import org.ardina.problem.InvalidInputException;
import org.ardina.store.Page;
import org.ardina.web.authentication.RequestDevice;
import org.ardina.web.authentication.SessionTokens;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Registering, one's own account, and accounts before administrators. */
@Path("/accounts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    /** Longer than anything that is valid, which the service says more exactly. */
    private static final int LONGEST = 500;

    @Inject
    private Accounts accounts;

    @Inject
    private SessionTokens tokens;

    @Inject
    private RequestDevice device;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    /** What somebody sends to register. */
    public record NewAccount(
            @NotNull @Size(max = LONGEST) String username,
            @NotNull @Size(max = LONGEST) String email,
            @Nullable @Size(max = LONGEST) String displayName,
            @NotNull @Size(max = LONGEST) String password) {}

    /** What its owner changes of an account. */
    public record OwnChange(
            @Nullable @Size(max = LONGEST) String displayName,
            @Nullable @Size(max = LONGEST) String password,
            @Nullable @Size(max = LONGEST) String currentPassword) {}

    public record Motivation(
            @NotNull @Size(min = 1, max = 2000) String motivation) {}

    /** What an administrator decides about an account. */
    public record Decision(
            @Nullable @Size(max = LONGEST) String role,
            @Nullable @Size(max = LONGEST) String status,
            @Nullable @Size(max = LONGEST) String writerRequest,
            @Nullable @Size(max = LONGEST) String reason) {}

    @POST
    @APIResponse(responseCode = "201", description = "The account is there; log in with POST /sessions")
    public Response register(@Valid @NotNull NewAccount account) {
        Account registered = accounts.register(
                new Registration(
                        account.username(),
                        account.email(),
                        account.displayName() == null ? account.username() : account.displayName(),
                        account.password(),
                        RequestLanguage.of(request).tag()),
                device.of(request));
        return Response.status(Response.Status.CREATED).entity(registered).build();
    }

    @GET
    @SecurityRequirement(name = "bearer")
    public ListAnswer<ProfileView> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("writerRequest") @Nullable String writerRequest,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit) {
        if (role != null && !Role.isRole(role)) {
            throw new InvalidInputException("invalid-role", "role is READER, WRITER or ADMIN.");
        }
        AccountQuery query = new AccountQuery(
                text == null || text.isBlank() ? null : text,
                role,
                constant(WriterRequest.State.class, writerRequest, "writerRequest"));
        return ListAnswer.of(accounts.list(query, cursor, limit), ProfileView::of);
    }

    @GET
    @Path("/{id}")
    @SecurityRequirement(name = "bearer")
    public ProfileView get(@PathParam("id") String id) {
        return ProfileView.of(accounts.find(id));
    }

    @PATCH
    @Path("/{id}")
    @SecurityRequirement(name = "bearer")
    public ProfileView change(@PathParam("id") String id, @Valid @NotNull Decision decision) {
        return ProfileView.of(accounts.change(
                id,
                new AccountChange(
                        decision.role(),
                        constant(Status.class, decision.status(), "status"),
                        constant(WriterRequest.State.class, decision.writerRequest(), "writerRequest"),
                        decision.reason())));
    }

    @GET
    @Path("/me")
    @SecurityRequirement(name = "bearer")
    public ProfileView mine() {
        return ProfileView.of(accounts.mine());
    }

    @PATCH
    @Path("/me")
    @SecurityRequirement(name = "bearer")
    public ProfileView changeMine(@Valid @NotNull OwnChange change) {
        Profile profile = accounts.mine();
        if (change.displayName() != null) {
            profile = accounts.rename(change.displayName());
        }
        if (change.password() == null) {
            return ProfileView.of(profile);
        }
        if (change.currentPassword() == null) {
            throw new InvalidInputException(
                    "missing-current-password", "Send the current password too, as currentPassword.");
        }
        Session session = accounts.changePassword(change.currentPassword(), change.password(), device.of(request));
        tokens.give(session, response);
        return ProfileView.of(profile, session);
    }

    @DELETE
    @Path("/me")
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirement(name = "bearer")
    @APIResponse(
            responseCode = "204",
            description = "The account is left; logging in takes it back, until what is personal is erased")
    public void leave() {
        accounts.leave();
        tokens.take(response);
    }

    @GET
    @Path("/me/export")
    @SecurityRequirement(name = "bearer")
    public Map<String, Object> export() {
        return accounts.export();
    }

    @POST
    @Path("/me/writer-request")
    @SecurityRequirement(name = "bearer")
    @APIResponse(responseCode = "202", description = "An administrator will decide")
    public Response requestWriting(@Valid @NotNull Motivation motivation) {
        return Response.accepted(ProfileView.of(accounts.requestWriting(motivation.motivation())))
                .build();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name, String parameter) {
        if (name == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidInputException(
                "invalid-" + parameter.toLowerCase(Locale.ROOT), parameter + " has no such value.");
    }
}
