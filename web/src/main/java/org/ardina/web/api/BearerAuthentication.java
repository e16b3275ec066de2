package org.ardina.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.ardina.account.Account;
import org.ardina.account.Sessions;

/** Knows a caller by the bearer token (RFC 6750) of a session. */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {

    @Inject
    private Sessions sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> token = Authorization.bearerToken(request.getHeader("Authorization"));
        if (token.isEmpty()) {
            return context.doNothing();
        }
        Optional<Account> account = sessions.find(token.get());
        // With a token that is not or no longer one the caller is nobody; what needs somebody refuses.
        return account.map(known -> context.notifyContainerAboutLogin(known.id(), Set.of(known.role())))
                .orElseGet(context::doNothing);
    }
}
