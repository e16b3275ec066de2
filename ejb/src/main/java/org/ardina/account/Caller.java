package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever called the service, as the door that they came through has found out. */
@ApplicationScoped
public class Caller {

    @Inject
    private SecurityContext security;

    /** The id of the caller's account; absent for whoever is not logged in. */
    public Optional<String> accountId() {
        @Nullable Principal principal = security.getCallerPrincipal();
        return Optional.ofNullable(principal).map(Principal::getName);
    }

    /**
     * The id of the caller's account, where a role was asked for.
     *
     * @throws IllegalStateException if nobody is logged in
     */
    public String requireAccountId() {
        return accountId().orElseThrow(() -> new IllegalStateException("A service without a role asked who calls it"));
    }

    public boolean isIn(String role) {
        return security.isCallerInRole(role);
    }
}
