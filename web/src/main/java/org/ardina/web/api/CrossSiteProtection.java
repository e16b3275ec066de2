package org.ardina.web.api;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.ardina.problem.ForbiddenException;
import org.ardina.web.authentication.RequestOrigin;

/**
 * Refuses what a page of another site has a browser do. The cookie of the session does not count there anyway; a bearer
 * token is not sent by a browser of its own accord.
 */
@Provider
public class CrossSiteProtection implements ContainerRequestFilter {

    @Inject
    private RequestOrigin origin;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getHeaderString(HttpHeaders.AUTHORIZATION) == null && !origin.isTrusted(request)) {
            throw new ForbiddenException(
                    "cross-site-request", "Another site may not do this with your browser. Do it on this site.");
        }
    }
}
