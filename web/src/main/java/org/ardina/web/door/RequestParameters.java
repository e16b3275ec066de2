package org.ardina.web.door;

import jakarta.servlet.http.HttpServletRequest;

/** The parameters of a request. */
public final class RequestParameters {

    private RequestParameters() {}

    /** Whether the server can tell them apart; it cannot where a percent sign is broken. */
    public static boolean areReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException | IllegalArgumentException broken) {
            return false;
        }
    }
}
