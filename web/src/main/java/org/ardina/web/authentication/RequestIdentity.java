package org.ardina.web.authentication;

import jakarta.servlet.http.HttpServletRequest;

/** What is known about the sender of a request beyond their name and roles. */
public final class RequestIdentity {

    private static final String UNKNOWN = RequestIdentity.class.getName() + ".unknown";

    private RequestIdentity() {}

    /** Whether the request has the token of a session that could not be looked up: a store is away. */
    public static boolean isUnknown(HttpServletRequest request) {
        return request.getAttribute(UNKNOWN) != null;
    }

    static void markUnknown(HttpServletRequest request) {
        request.setAttribute(UNKNOWN, true);
    }
}
