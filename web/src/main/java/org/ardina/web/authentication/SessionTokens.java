package org.ardina.web.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ardina.account.Session;
import org.ardina.configuration.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Where a request carries the token of its session, and how a browser is given one. */
@ApplicationScoped
public class SessionTokens {

    private static final String NAME = "session";

    /** With this prefix a browser takes a cookie only over TLS and from this host (RFC 6265bis, 4.1.3.2). */
    private static final String HOST_PREFIX = "__Host-";

    private static final int LONGEST = 200;

    @Inject
    private PublicAddress address;

    @Inject
    private RequestOrigin origin;

    private boolean secure;

    @PostConstruct
    void prepare() {
        secure = address.isSecure();
    }

    /**
     * The token that the request is made with: the bearer token where there is one, else that of the cookie, unless a page
     * of another site had the browser send it.
     */
    public Optional<String> of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            Optional<String> bearer = Authorization.bearerToken(authorization);
            if (bearer.isPresent()) {
                return bearer;
            }
        }
        if (request.getHeader("Cookie") == null) {
            return Optional.empty();
        }
        Optional<String> cookie = cookie(request, name(NAME));
        return cookie.isPresent() && origin.isTrusted(request) ? cookie : Optional.empty();
    }

    /** Gives the browser a session, for as long as that lasts. */
    public void give(Session session, HttpServletResponse response) {
        response.addCookie(hidden(NAME, session.token(), Duration.between(Instant.now(), session.expiresAt())));
    }

    /** Has the browser forget its session. */
    public void take(HttpServletResponse response) {
        response.addCookie(hidden(NAME, "", Duration.ZERO));
    }

    /** A cookie that no script sees and no other site's form is sent with. */
    public Cookie hidden(String name, String value, Duration lifetime) {
        Cookie cookie = new Cookie(name(name), value);
        cookie.setPath("/");
        cookie.setMaxAge((int) lifetime.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** The value of a cookie that {@link #hidden} made. */
    public Optional<String> hidden(HttpServletRequest request, String name) {
        return cookie(request, name(name));
    }

    private String name(String name) {
        return secure ? HOST_PREFIX + name : name;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            String value = cookie.getValue();
            if (cookie.getName().equals(name) && !value.isEmpty() && value.length() <= LONGEST) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
