package org.ardina.web.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.ardina.configuration.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from a page of this site, as far as its browser says. Every browser sends Sec-Fetch-Site or
 * Origin with a request that may change something; what sends neither is a program, which carries no cookies that it was
 * not given.
 */
@ApplicationScoped
public class RequestOrigin {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Inject
    private PublicAddress address;

    /** Whether the request changes nothing, or was not made by a page of another site. */
    public boolean isTrusted(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            origin = request.getHeader("Referer");
        }
        return origin == null || isOwn(origin, request.getHeader("Host"));
    }

    private boolean isOwn(String origin, @Nullable String host) {
        try {
            String authority = new URI(origin).getAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(host)
                            || authority.equalsIgnoreCase(address.uri().getAuthority()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
