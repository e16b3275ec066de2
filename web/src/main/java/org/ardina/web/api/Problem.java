package org.ardina.web.api;

import jakarta.ws.rs.core.Response;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param type {@code about:blank}: the code says more
 * @param code names the problem for programs; stable
 */
public record Problem(String type, String title, int status, String code, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Response response(Response.StatusType status, String code, String detail) {
        return builder(status, code, detail).build();
    }

    static Response.ResponseBuilder builder(Response.StatusType status, String code, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), code, detail));
    }
}
