package org.ardina.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.BusinessException;
import org.ardina.problem.BusyException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.StoreFailure;
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
        if (exception instanceof ConstraintViolationException violations) {
            return Problem.response(
                    Status.BAD_REQUEST,
                    "invalid-input",
                    violations.getConstraintViolations().stream()
                            .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }
        if (StoreFailure.isCauseOf(exception)) {
            return Problem.builder(
                            Status.SERVICE_UNAVAILABLE, "store-away", "A store is away for now. Try again in a moment.")
                    .header("Retry-After", RETRY_SECONDS)
                    .build();
        }
        LOG.log(Level.SEVERE, "A request of the API failed", exception);
        return Problem.response(
                Status.INTERNAL_SERVER_ERROR,
                "internal",
                "This went wrong on our side. The X-Request-Id of this answer leads us to it.");
    }

    private static Response ofBusiness(BusinessException exception) {
        if (exception instanceof BusyException) {
            return Problem.builder(Status.SERVICE_UNAVAILABLE, exception.code(), exception.getMessage())
                    .header("Retry-After", RETRY_SECONDS)
                    .build();
        }
        Status status = exception instanceof NotFoundException
                ? Status.NOT_FOUND
                : exception instanceof BadCredentialsException ? Status.UNAUTHORIZED : Status.BAD_REQUEST;
        return Problem.response(status, exception.code(), exception.getMessage());
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
