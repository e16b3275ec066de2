package org.ardina.web.site.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.ardina.account.Account;
import org.ardina.account.Device;
import org.ardina.account.Session;
import org.ardina.web.authentication.SessionTokens;
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

    /** The part of the path after that of the page: null for the page itself. */
    @Nullable String below() {
        return request.getPathInfo();
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

    void leave() {
        tokens.take(response);
    }
}
