package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tokens of 256 random bits, sent to somebody by letter, of which only hashes are stored. */
@ApplicationScoped
class OneTimeTokens {

    @Inject
    private OneTimeTokenRepository repository;

    String issue(OneTimeToken token) {
        String secret = Token.random();
        repository.insert(Token.hash(secret), token, Instant.now());
        return secret;
    }

    /** What the token is for, without using it. */
    Optional<OneTimeToken> find(String secret, OneTimeToken.Purpose purpose) {
        return repository.find(Token.hash(secret), purpose, Instant.now());
    }

    /** Uses the token up. */
    Optional<OneTimeToken> redeem(String secret, OneTimeToken.Purpose purpose) {
        return repository.take(Token.hash(secret), purpose, Instant.now());
    }

    /** Makes the account's tokens of that purpose useless. */
    void withdraw(String account, OneTimeToken.Purpose purpose) {
        repository.delete(account, purpose);
    }
}
