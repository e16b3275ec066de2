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
import java.util.List;
import org.ardina.account.LoginCodes;
import org.ardina.secondfactor.Enrolment;
import org.ardina.web.authentication.SessionTokens;
import org.ardina.web.site.RequestLanguage;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The second factor of one's own account. */
@Path("/accounts/me/second-factor")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = "bearer")
public class SecondFactorResource {

    @Inject
    private LoginCodes codes;

    @Inject
    private SessionTokens tokens;

    @Context
    private HttpServletRequest request;

    /** What an authenticator app shows, or a recovery code. */
    public record Code(@NotNull @Size(max = 64) String code) {}

    /** Recovery codes, told this once. */
    public record RecoveryCodes(List<String> recoveryCodes) {

        public RecoveryCodes {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * Whether the account has a second factor.
     *
     * @param required whether it must have one
     */
    public record StateView(boolean on, boolean required, int recoveryCodesLeft) {}

    /**
     * A secret that an authenticator app is to learn.
     *
     * @param secret in Base32, for typing
     * @param uri the same as {@code otpauth://}, for a QR code
     */
    public record EnrolmentView(String secret, String uri) {

        @Override
        public String toString() {
            return "EnrolmentView";
        }
    }

    @GET
    public StateView state() {
        LoginCodes.State state = codes.state();
        return new StateView(state.on(), state.required(), state.recoveryCodesLeft());
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public EnrolmentView begin() {
        Enrolment enrolment = codes.begin();
        return new EnrolmentView(enrolment.secret(), enrolment.uri());
    }

    @PUT
    public RecoveryCodes confirm(@Valid @NotNull Code code) {
        return new RecoveryCodes(codes.confirm(
                code.code(),
                tokens.of(request).orElse(""),
                RequestLanguage.of(request).tag()));
    }

    @POST
    @Path("/recovery-codes")
    public RecoveryCodes renew(@Valid @NotNull Code code) {
        return new RecoveryCodes(codes.renewRecoveryCodes(code.code()));
    }

    @POST
    @Path("/removal")
    @APIResponse(responseCode = "204", description = "Logging in needs no code any more")
    public void remove(@Valid @NotNull Code code) {
        codes.remove(code.code(), RequestLanguage.of(request).tag());
    }
}
