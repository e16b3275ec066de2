package org.ardina.web.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ardina.account.Account;

/** What is known about the sender of a request beyond their name and roles. */
public final class RequestIdentity {

    private static final String UNKNOWN = RequestIdentity.class.getName() + ".unknown";

    private static final String ACCOUNT = RequestIdentity.class.getName() + ".account";

    private RequestIdentity() {}

    /** The account of whoever is logged in. While MongoDB is away nobody is known. */
    public static Optional<Account> account(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(ACCOUNT));
    }

    /** Whether the request has the token of a session that could not be looked up: a store is away. */
    public static boolean isUnknown(HttpServletRequest request) {
        return request.getAttribute(UNKNOWN) != null;
    }

    static void markKnown(HttpServletRequest request, Account account) {
        request.setAttribute(ACCOUNT, account);
    }

    static void markUnknown(HttpServletRequest request) {
        request.setAttribute(UNKNOWN, true);
    }
}
