package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ardina.limit.Allowance;
import org.ardina.limit.LimitConfiguration;
import org.ardina.limit.Limits;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;
import org.jspecify.annotations.Nullable;

/**
 * Logging in and out. Sessions are opaque random tokens, of which only hashes are stored. An account's epoch grows when
 * all its sessions are to end, in the same write as what ends them: with another epoch a session is over, wherever it is
 * used and whatever becomes of its document.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Sessions {

    /** A hash of no password at all, so that an unknown name costs as much time as a wrong password. */
    private static final String DECOY =
            "$argon2id$v=19$m=19456,t=2,p=1$" + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    private AccountRepository accounts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private LiveSessions live;

    @Inject
    private Passwords passwords;

    @Inject
    private SessionConfiguration configuration;

    @Inject
    private AdministratorRepository administrators;

    @Inject
    private Limits limits;

    @Inject
    private LimitConfiguration limit;

    @Inject
    private Event<AccountEvent> events;

    @Inject
    private Caller caller;

    /**
     * Logs in. Whoever left and logs in again has come back.
     *
     * @throws BadCredentialsException if the name or the password is wrong
     * @throws ForbiddenException if both are right, but the account is suspended
     * @throws TooManyRequestsException after too many failures with this name, or from this address
     */
    public Session open(String username, String password, Device device) {
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
        return open(usable(stored), device);
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

    private AccountRepository.Stored usable(AccountRepository.Stored stored) {
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

    /** Logs in whoever was recognised already. */
    Session open(AccountRepository.Stored stored, Device device) {
        String token = Token.random();
        Instant now = Instant.now();
        Instant expiresAt = now.plus(configuration.lifetime());
        sessions.insert(Token.hash(token), stored.account().id(), stored.epoch(), now, expiresAt, device);
        return new Session(token, expiresAt, stored.account());
    }

    /** The account that is logged in with this token. */
    public Optional<Account> find(String token) {
        return live.find(Token.hash(token));
    }

    /** Logs out; a token that is not one changes nothing. */
    public void close(String token) {
        String id = Token.hash(token);
        sessions.delete(id);
        live.forget(id);
    }

    /**
     * The sessions of the caller, last used first.
     *
     * @param currentToken the one that the caller uses now
     */
    @RolesAllowed(Role.READER)
    public List<SessionSummary> list(String currentToken) {
        String account = caller.requireAccountId();
        AccountRepository.Stored stored = accounts.find(account).orElseThrow(() -> new NotFoundException("account"));
        Instant now = Instant.now();
        String current = Token.hash(currentToken);
        return sessions.ofAccount(account, now.minus(configuration.idle())).stream()
                .filter(session -> !live.isOver(session, stored, now))
                .map(session -> new SessionSummary(
                        session.id(),
                        session.device(),
                        session.createdAt(),
                        session.lastUsedAt(),
                        session.expiresAt(),
                        session.id().equals(current)))
                .toList();
    }

    /**
     * Ends one of the caller's sessions.
     *
     * @throws NotFoundException if the caller has no such session
     */
    @RolesAllowed(Role.READER)
    public void end(String id) {
        if (!sessions.delete(caller.requireAccountId(), id)) {
            throw new NotFoundException("session");
        }
        live.forget(id);
    }

    /** Ends all of the caller's sessions but the one that they use now. */
    @RolesAllowed(Role.READER)
    public void endOthers(String currentToken) {
        sessions.deleteOthers(caller.requireAccountId(), Token.hash(currentToken));
        live.forgetAll();
    }
}
