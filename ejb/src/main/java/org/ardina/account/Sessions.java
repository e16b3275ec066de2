package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.ardina.problem.BadCredentialsException;
import org.ardina.problem.CodeRequiredException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;

/**
 * Logging in and out. Sessions are opaque random tokens, of which only hashes are stored. An account's epoch grows when
 * all its sessions are to end, in the same write as what ends them: with another epoch a session is over, wherever it is
 * used and whatever becomes of its document.
 */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Sessions {

    @Inject
    private AccountRepository accounts;

    @Inject
    private SessionRepository sessions;

    @Inject
    private LiveSessions live;

    @Inject
    private Login login;

    @Inject
    private SessionConfiguration configuration;

    @Inject
    private SecondStep secondStep;

    @Inject
    private Caller caller;

    /**
     * Logs in. Whoever left and logs in again has come back.
     *
     * @throws BadCredentialsException if the name or the password is wrong
     * @throws ForbiddenException if both are right, but the account is suspended or its address not confirmed
     * @throws CodeRequiredException if both are right, and a code is to follow
     * @throws TooManyRequestsException after too many failures with this name, or from this address
     */
    public Session open(String username, String password, Device device) {
        return login.enter(secondStep.requireNone(login.recognise(username, password, device)), device);
    }

    /**
     * Logs in whoever gave the right password a moment ago, and now the code that their authenticator app shows or a
     * recovery code.
     *
     * @param begun what {@link CodeRequiredException} told
     * @throws LoginExpiredException if that was too long ago
     * @throws InvalidInputException if the code is wrong, or was used before
     * @throws TooManyRequestsException after too many wrong codes
     */
    public Session finish(String begun, String code, Device device) {
        return login.enter(secondStep.take(begun, code), device);
    }

    /** Logs out; a token that is not one changes nothing. */
    public void close(String token) {
        String id = Token.hash(token);
        sessions.delete(id);
        live.forget(id);
    }

    /** How many sessions are not over, those that nobody has used for long included. */
    @RolesAllowed(Role.ADMIN)
    public long count() {
        return sessions.count(Instant.now());
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
