package org.ardina.web.site.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ardina.account.Account;
import org.ardina.account.Device;
import org.ardina.account.OwnerProof;
import org.ardina.account.Session;
import org.ardina.problem.NotFoundException;
import org.ardina.web.authentication.SessionTokens;
import org.ardina.web.site.RequestLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page, and who makes it.
 *
 * @param account who is logged in, absent for nobody
 */
record Visit(
        HttpServletRequest request,
        HttpServletResponse response,
        @Nullable Account account,
        Device device,
        SessionTokens tokens) {

    private static final Pattern LINK_TOKEN = Pattern.compile("/[A-Za-z0-9_-]{20,100}");

    private static final String BEGUN_LOGIN = "login";
    private static final String PROVIDER_LOGIN = "provider-login";

    /** The part of the path after that of the page: null for the page itself. */
    @Nullable String below() {
        return request.getPathInfo();
    }

    /**
     * The token at the end of a link out of a letter.
     *
     * @throws NotFoundException if the address has none
     */
    String linkToken() {
        String below = below();
        if (below == null || !LINK_TOKEN.matcher(below).matches()) {
            throw new NotFoundException("page");
        }
        return below.substring(1);
    }

    /** The language of the answer, a BCP 47 tag. */
    String language() {
        return RequestLanguage.of(request).tag();
    }

    String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    Optional<String> sessionToken() {
        return tokens.of(request);
    }

    /** The name of whoever is logged in. */
    @Nullable String reader() {
        return account == null ? null : account.displayName();
    }

    void enter(Session session) {
        tokens.give(session, response);
    }

    /** Keeps in the browser what a login goes on with when the password was right and a code is to follow. */
    void beginLogin(String login) {
        response.addCookie(tokens.hidden(BEGUN_LOGIN, login, Duration.ofMinutes(5)));
    }

    /** What a begun login goes on with. */
    Optional<String> begunLogin() {
        return tokens.hidden(request, BEGUN_LOGIN);
    }

    void forgetBegunLogin() {
        response.addCookie(tokens.hidden(BEGUN_LOGIN, "", Duration.ZERO));
    }

    /** Keeps in the browser what a login with an account of another site goes on with. */
    void keepProviderLogin(String secret, Duration lifetime) {
        response.addCookie(tokens.hidden(PROVIDER_LOGIN, secret, lifetime));
    }

    String providerLogin() {
        return tokens.hidden(request, PROVIDER_LOGIN).orElse("");
    }

    void forgetProviderLogin() {
        response.addCookie(tokens.hidden(PROVIDER_LOGIN, "", Duration.ZERO));
    }

    /** What shows that the account is the visitor's. */
    OwnerProof proof(String passwordField) {
        return new OwnerProof(parameter(passwordField), sessionToken().orElse(""));
    }

    void leave() {
        tokens.take(response);
    }
}
