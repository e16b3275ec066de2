package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ardina.secondfactor.SecondFactors;

/** Forgets the secrets of an account that was erased. */
@ApplicationScoped
class ErasedSecrets {

    @Inject
    private SecondFactors factors;

    @Inject
    private OneTimeTokens tokens;

    void forget(@Observes AccountEvent event) {
        if (event.kind() == AccountEvent.Kind.ERASED) {
            String account = event.account().id();
            factors.remove(account);
            for (OneTimeToken.Purpose purpose : OneTimeToken.Purpose.values()) {
                tokens.withdraw(account, purpose);
            }
        }
    }
}
