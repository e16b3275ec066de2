package org.ardina.web.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.ardina.account.Role;
import org.ardina.account.Sessions;

/** Knows callers by the token of a session: their name to the platform is the id of their account. */
@ApplicationScoped
class SessionIdentityStore implements IdentityStore {

    @Inject
    private Sessions sessions;

    /** The token of a session. */
    record SessionCredential(String token) implements Credential {

        @Override
        public String toString() {
            return "the token of a session";
        }
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof SessionCredential session)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return sessions.find(session.token())
                .map(account -> new CredentialValidationResult(account.id(), Role.included(account.role())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
