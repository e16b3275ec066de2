package org.ardina.web.api;

import jakarta.ws.rs.core.Response;
import org.ardina.problem.StateConflictException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type {@code about:blank}: the code says more
 * @param code names the problem for programs; stable
 * @param state that something has which does not allow what was asked for
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String state) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Response response(Response.StatusType status, String code, String detail) {
        return builder(status, code, detail).build();
    }

    static Response.ResponseBuilder builder(Response.StatusType status, String code, String detail) {
        return builder(status, code, detail, null);
    }

    static Response.ResponseBuilder conflict(StateConflictException conflict) {
        return builder(Response.Status.CONFLICT, conflict.code(), conflict.getMessage(), conflict.state());
    }

    private static Response.ResponseBuilder builder(
            Response.StatusType status, String code, String detail, @Nullable String state) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(
                        "about:blank", status.getReasonPhrase(), status.getStatusCode(), code, detail, state));
    }
}
