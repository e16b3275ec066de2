package org.ardina.web.authentication;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.ardina.account.Account;
import org.ardina.account.LiveSessions;
import org.ardina.account.Role;
import org.ardina.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * Tells the platform who sends a request (Jakarta Authentication 3.1, chapter 3). With a token that is not, or no longer,
 * one of a session the caller is nobody; what needs somebody refuses. A request with neither cookie nor Authorization, as
 * nearly all are, costs two looks at its headers: the platform's own way to an {@code HttpAuthenticationMechanism} looks
 * beans up for each of them, which is more than a kept page costs.
 */
final class SessionAuthentication implements ServerAuthContext {

    private static final Logger LOG = Logger.getLogger(SessionAuthentication.class.getName());

    private final SessionTokens tokens;
    /** The address of the servlet that has the pages of the reader site. */
    private static final String EVERYTHING_ELSE = "/*";

    private final LiveSessions sessions;
    private final CallbackHandler platform;

    SessionAuthentication(SessionTokens tokens, LiveSessions sessions, CallbackHandler platform) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.platform = platform;
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        if (request.getHeader("Authorization") == null && request.getHeader("Cookie") == null) {
            return AuthStatus.SUCCESS;
        }
        Optional<Account> account = tokens.of(request).flatMap(token -> find(token, request));
        if (account.isPresent()) {
            RequestIdentity.markKnown(request, account.get());
            if (!isForEverybody(request)) {
                // The caller's name to the platform is the id of their account.
                tell(
                        new CallerPrincipalCallback(client, account.get().id()),
                        new GroupPrincipalCallback(
                                client, Role.included(account.get().role()).toArray(String[]::new)));
            }
        }
        return AuthStatus.SUCCESS;
    }

    /**
     * Whether the same page is shown to everybody, but for its holes. It is made as if nobody were logged in, and telling
     * the platform who is would be a quarter of what it costs.
     */
    private static boolean isForEverybody(HttpServletRequest request) {
        return EVERYTHING_ELSE.equals(request.getHttpServletMapping().getPattern());
    }

    private Optional<Account> find(String token, HttpServletRequest request) {
        try {
            return sessions.find(token);
        } catch (RuntimeException failure) {
            LOG.log(StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE, "Nobody knows who calls", failure);
            RequestIdentity.markUnknown(request);
            return Optional.empty();
        }
    }

    private void tell(Callback... callbacks) throws AuthException {
        try {
            platform.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException refused) {
            throw new AuthException("The platform does not take a caller", refused);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
        if (subject != null) {
            subject.getPrincipals().clear();
        }
    }
}
