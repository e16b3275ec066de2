package org.ardina.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.ProviderAwayException;
import org.ardina.problem.ProviderRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Logins that are on their way: to the provider and back, and then until somebody has said what account an identity is to
 * have. Each is known by a secret that one browser has, is good for one use, on any replica, and for a few minutes. It
 * knows no accounts but by their ids.
 */
@ApplicationScoped
public class ProviderLogins {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Inject
    private IdentityProvider provider;

    @Inject
    private ProviderLoginRepository logins;

    /**
     * A login that begins.
     *
     * @param secret for the browser
     * @param page of the provider, where it goes on
     */
    public record Begun(String secret, URI page) {

        @Override
        public String toString() {
            return "Begun";
        }
    }

    /**
     * Somebody whom the provider has identified.
     *
     * @param next where they wanted to go
     */
    public record Identified(ProvidedIdentity identity, String next) {}

    /**
     * An identity for which an account is to be found.
     *
     * @param account the id of the one whose owner it seems to be; absent where a new one is to be made
     */
    public record Waiting(
            ProvidedIdentity identity,
            String next,
            @Nullable String account) {}

    /** How long a browser has for each step. */
    public Duration lifetime() {
        return LIFETIME;
    }

    /**
     * Begins a login.
     *
     * @throws ProviderAwayException if the provider does not answer
     */
    public Begun begin(String next) {
        LoginSecret secret = LoginSecret.random();
        URI page = provider.loginPage(secret);
        Instant now = Instant.now();
        logins.insertBegun(secret.id(), next, now, now.plus(LIFETIME));
        return new Begun(secret.value(), page);
    }

    /**
     * Takes what a browser brings back from the provider.
     *
     * @throws LoginExpiredException if this browser has no login on its way, or brings the answer to another
     * @throws ProviderAwayException if the provider does not answer
     * @throws ProviderRefusedException if it has identified nobody
     */
    public Identified identify(String browserSecret, ProviderAnswer answer) {
        LoginSecret secret = new LoginSecret(browserSecret);
        if (!secret.hasState(answer.state())) {
            throw new LoginExpiredException();
        }
        String next = logins.takeBegun(secret.id(), Instant.now()).orElseThrow(LoginExpiredException::new);
        return new Identified(provider.identify(secret, answer), next);
    }

    /** Keeps an identity until somebody has said what account it is to have, and returns a secret for the browser. */
    public String keep(Waiting waiting) {
        LoginSecret secret = LoginSecret.random();
        Instant now = Instant.now();
        logins.insertWaiting(secret.id(), waiting, now, now.plus(LIFETIME));
        return secret.value();
    }

    /** What waits for this browser. */
    public Optional<Waiting> find(String browserSecret) {
        return logins.findWaiting(new LoginSecret(browserSecret).id(), Instant.now());
    }

    /** Takes it away, so that of any number of callers only one gets it. */
    public Optional<Waiting> take(String browserSecret) {
        return logins.takeWaiting(new LoginSecret(browserSecret).id(), Instant.now());
    }
}
