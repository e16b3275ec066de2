package org.ardina.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.BusinessException;
import org.ardina.problem.BusyException;
import org.ardina.problem.ChangedMeanwhileException;
import org.ardina.problem.CodeRequiredException;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.StateConflictException;
import org.ardina.problem.TooLargeException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.store.StoreFailure;
import org.ardina.web.authentication.RequestIdentity;
import org.jspecify.annotations.Nullable;

/** Presents every exception as a {@link Problem}. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int RETRY_SECONDS = 5;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable exception) {
        if (exception instanceof BusinessException business) {
            return ofBusiness(business);
        }
        if (exception instanceof WebApplicationException web) {
            return ofHttp(web);
        }
        if (exception instanceof EJBAccessException && RequestIdentity.isUnknown(request)) {
            return storeAway();
        }
        if (exception instanceof EJBAccessException) {
            return request.getUserPrincipal() == null
                    ? Problem.builder(
                                    Status.UNAUTHORIZED,
                                    "unauthenticated",
                                    "Log in with POST /api/v1/sessions and send the token as Authorization: Bearer.")
                            .header("WWW-Authenticate", "Bearer")
                            .build()
                    : Problem.response(Status.FORBIDDEN, "forbidden", "This account may not do that.");
        }
        if (StoreFailure.isCauseOf(exception)) {
            return storeAway();
        }
        LOG.log(Level.SEVERE, "A request of the API failed", exception);
        return Problem.response(
                Status.INTERNAL_SERVER_ERROR,
                "internal",
                "This went wrong on our side. The X-Request-Id of this answer leads us to it.");
    }

    private static Response storeAway() {
        return Problem.builder(
                        Status.SERVICE_UNAVAILABLE, "store-away", "A store is away for now. Try again in a moment.")
                .header("Retry-After", RETRY_SECONDS)
                .build();
    }

    private static Response ofBusiness(BusinessException exception) {
        Response.ResponseBuilder problem = exception instanceof StateConflictException conflict
                ? Problem.conflict(conflict)
                : Problem.builder(status(exception), exception.code(), exception.getMessage());
        if (exception instanceof BusyException) {
            problem.header("Retry-After", RETRY_SECONDS);
        }
        if (exception instanceof TooManyRequestsException limited) {
            problem.header("Retry-After", limited.retryAfter().toSeconds());
        }
        return problem.build();
    }

    private static Status status(BusinessException exception) {
        if (exception instanceof NotFoundException) {
            return Status.NOT_FOUND;
        }
        if (exception instanceof BadCredentialsException
                || exception instanceof CodeRequiredException
                || exception instanceof LoginExpiredException) {
            return Status.UNAUTHORIZED;
        }
        if (exception instanceof ForbiddenException) {
            return Status.FORBIDDEN;
        }
        if (exception instanceof ChangedMeanwhileException) {
            return Status.PRECONDITION_FAILED;
        }
        if (exception instanceof MissingPreconditionException) {
            return Status.PRECONDITION_REQUIRED;
        }
        if (exception instanceof ConflictException) {
            return Status.CONFLICT;
        }
        if (exception instanceof TooManyRequestsException) {
            return Status.TOO_MANY_REQUESTS;
        }
        if (exception instanceof TooLargeException) {
            return Status.REQUEST_ENTITY_TOO_LARGE;
        }
        return exception instanceof BusyException ? Status.SERVICE_UNAVAILABLE : Status.BAD_REQUEST;
    }

    private static Response ofHttp(WebApplicationException exception) {
        Response.StatusType status = exception.getResponse().getStatusInfo();
        if (status.getStatusCode() == 404 && exception.getCause() instanceof IllegalArgumentException) {
            // What JAX-RS 4.0, section 3.2, makes of a parameter that is not of its type.
            return Problem.response(Status.BAD_REQUEST, "invalid-parameter", "A parameter is not of its type.");
        }
        String detail = switch (status.getStatusCode()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address answers application/json.";
            case 415 -> "This address does not take that media type.";
            default -> reason(exception.getCause(), "The request cannot be read.");
        };
        String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.response(status, code, detail);
    }

    private static String reason(@Nullable Throwable cause, String otherwise) {
        return cause instanceof IllegalArgumentException ? String.valueOf(cause.getMessage()) : otherwise;
    }
}
