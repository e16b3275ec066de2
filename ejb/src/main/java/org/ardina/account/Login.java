package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ardina.limit.Allowance;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.TooManyRequestsException;
import org.jspecify.annotations.Nullable;

/** Recognises people by their passwords, a limited number of times, and lets them in. */
@ApplicationScoped
class Login {

    /** A hash of no password at all, so that an unknown name costs as much time as a wrong password. */
    private static final String DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1$" + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** For this long after a login nobody is asked who they are again. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    @Inject
    private AccountRepository accounts;

    @Inject
    private AdministratorRepository administrators;

    @Inject
    private SessionRepository sessions;

    @Inject
    private Passwords passwords;

    @Inject
    private SessionConfiguration configuration;

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration limit;

    @Inject
    private Event<AccountEvent> events;

    /**
     * Recognises whoever logs in. Whoever left has come back.
     *
     * @throws BadCredentialsException if the name or the password is wrong
     * @throws ForbiddenException if both are right, but the account is suspended
     * @throws TooManyRequestsException after too many failures with this name, or from this address
     */
    AccountRepository.Stored recognise(String username, String password, Device device) {
        String name = Username.normalised(username);
        requireFewFailures("account:" + name);
        requireFewFailures("address:" + device.network());
        Optional<AccountRepository.Stored> found = accounts.findByUsername(name);
        @Nullable String hash = found.map(AccountRepository.Stored::passwordHash).orElse(null);
        boolean matches =
                PasswordPolicy.hasAllowedLength(password) && passwords.matches(password, hash == null ? DECOY : hash);
        if (found.isEmpty() || hash == null || !matches) {
            limits.count(limit.failedLogins(), "account:" + name);
            limits.count(limit.failedLogins(), "address:" + device.network());
            throw new BadCredentialsException();
        }
        AccountRepository.Stored stored = found.get();
        if (Passwords.isOutdated(hash)) {
            accounts.rehash(stored.account().id(), hash, passwords.hash(password));
        }
        return usable(stored);
    }

    /**
     * Asks for the password once more, before something that cannot be undone.
     *
     * @throws BadCredentialsException if it is wrong
     */
    void requirePassword(AccountRepository.Stored account, String password, Device device) {
        String subject = "account:" + account.account().username();
        requireFewFailures(subject);
        String hash = account.passwordHash();
        if (hash == null || !PasswordPolicy.hasAllowedLength(password) || !passwords.matches(password, hash)) {
            limits.count(limit.failedLogins(), subject);
            limits.count(limit.failedLogins(), "address:" + device.network());
            throw new BadCredentialsException();
        }
    }

    /**
     * Asks for the password once more, or where there is none, for a login of a moment ago.
     *
     * @throws BadCredentialsException if the password is wrong
     * @throws ForbiddenException if there is no password, and the login was too long ago
     */
    void requireOwner(AccountRepository.Stored account, OwnerProof proof, Device device) {
        if (account.passwordHash() != null) {
            requirePassword(account, proof.password(), device);
        } else if (!isFresh(account, proof.session())) {
            throw new ForbiddenException("login-too-old", "Log out and in again, then do this within ten minutes.");
        }
    }

    private boolean isFresh(AccountRepository.Stored account, String session) {
        return sessions.find(Token.hash(session))
                .filter(found -> found.account().equals(account.account().id()))
                .filter(found -> found.createdAt().isAfter(Instant.now().minus(FRESH)))
                .isPresent();
    }

    /**
     * Lets pass an account that may be used. Whoever left has come back.
     *
     * @throws ForbiddenException if it is suspended
     */
    AccountRepository.Stored usable(AccountRepository.Stored stored) {
        if (stored.status() == Status.LEAVING) {
            AccountRepository.Stored back =
                    accounts.reactivate(stored.account().id()).orElseThrow(BadCredentialsException::new);
            if (back.account().role().equals(Role.ADMIN)) {
                administrators.add(back.account().id());
            }
            events.fire(new AccountEvent(
                    AccountEvent.Kind.CAME_BACK, back.account(), back.account().id(), Map.of()));
            return back;
        }
        if (stored.status() != Status.ACTIVE) {
            String reason = stored.profile().statusReason();
            throw new ForbiddenException(
                    "account-suspended", "This account is suspended" + (reason == null ? "." : ": " + reason));
        }
        return stored;
    }

    private void requireFewFailures(String subject) {
        Allowance failures = limits.look(limit.failedLogins(), subject);
        if (failures.left() == 0) {
            throw Limits.exceeded(failures);
        }
    }

    /** Lets in whoever was recognised. */
    Session enter(AccountRepository.Stored stored, Device device) {
        String token = Token.random();
        Instant now = Instant.now();
        Instant expiresAt = now.plus(configuration.lifetime());
        sessions.insert(Token.hash(token), stored.account().id(), stored.epoch(), now, expiresAt, device);
        return new Session(token, expiresAt, stored.account());
    }
}
