package org.ardina.web.api;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import org.ardina.limit.Allowance;
import org.ardina.limit.Limit;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.web.authentication.RequestDevice;
import org.jspecify.annotations.Nullable;

/** Limits the calls of an account, or of an address without one, and says what is left (draft-ietf-httpapi-ratelimit-headers). */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallLimit implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String ALLOWANCE = CallLimit.class.getName();

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration configuration;

    @Inject
    private RequestDevice device;

    @Context
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        @Nullable Principal caller = request.getUserPrincipal();
        Allowance allowance = limits.count(
                configuration.api(),
                caller == null ? "address:" + device.of(request).network() : "account:" + caller.getName());
        context.setProperty(ALLOWANCE, allowance);
        if (allowance.isExceeded()) {
            throw Limits.exceeded(allowance);
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(ALLOWANCE) instanceof Allowance allowance) {
            Limit limit = allowance.limit();
            response.getHeaders()
                    .putSingle(
                            "RateLimit-Policy",
                            "\"" + limit.name() + "\";q=" + limit.most() + ";w="
                                    + limit.window().toSeconds());
            response.getHeaders()
                    .putSingle(
                            "RateLimit",
                            "\"" + limit.name() + "\";r=" + allowance.left() + ";t="
                                    + allowance.reset().toSeconds());
        }
    }
}
