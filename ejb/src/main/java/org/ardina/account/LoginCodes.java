package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import org.ardina.problem.ConflictException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.secondfactor.Enrolment;
import org.ardina.secondfactor.SecondFactors;

/** The second factor of the caller's account: codes of an authenticator app (RFC 6238), and recovery codes. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class LoginCodes {

    @Inject
    private AccountRepository accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Sessions sessions;

    @Inject
    private AccountLetters letters;

    @Inject
    private LoginCodeConfiguration configuration;

    @Inject
    private Caller caller;

    /**
     * Whether the account has a second factor.
     *
     * @param required whether it must have one
     */
    public record State(boolean on, boolean required, int recoveryCodesLeft) {}

    @RolesAllowed(Role.READER)
    public State state() {
        Account account = account();
        return new State(
                factors.isOn(account.id()),
                configuration.isRequired(account.role()),
                factors.recoveryCodesLeft(account.id()));
    }

    /**
     * The secret that the caller's app is to learn.
     *
     * @throws ConflictException if there is a second factor already
     */
    @RolesAllowed(Role.READER)
    public Enrolment begin() {
        Account account = account();
        return factors.begin(account.id(), account.username())
                .orElseThrow(() -> new ConflictException("second-factor-on", "Codes are switched on already."));
    }

    /**
     * Switches codes on, and ends all other sessions of the caller.
     *
     * @param code what the app shows
     * @return recovery codes, which are told this once
     * @throws InvalidInputException if the code is wrong
     * @throws TooManyRequestsException after too many wrong ones
     */
    @RolesAllowed(Role.READER)
    public List<String> confirm(String code, String currentToken, String language) {
        Account account = account();
        List<String> recoveryCodes = factors.confirm(account.id(), code).orElseThrow(LoginCodes::wrong);
        sessions.endOthers(currentToken);
        letters.post(AccountNotice.SECOND_FACTOR_ON, language, account.id());
        return recoveryCodes;
    }

    /**
     * New recovery codes in place of the old ones.
     *
     * @throws InvalidInputException if the code is wrong
     * @throws TooManyRequestsException after too many wrong ones
     */
    @RolesAllowed(Role.READER)
    public List<String> renewRecoveryCodes(String code) {
        String account = caller.requireAccountId();
        use(account, code);
        return factors.renewRecoveryCodes(account).orElseThrow(LoginCodes::wrong);
    }

    /**
     * Switches codes off.
     *
     * @throws ForbiddenException if this account must have them
     * @throws InvalidInputException if the code is wrong
     * @throws TooManyRequestsException after too many wrong ones
     */
    @RolesAllowed(Role.READER)
    public void remove(String code, String language) {
        Account account = account();
        if (configuration.isRequired(account.role())) {
            throw new ForbiddenException(
                    "second-factor-required", "This account must have a second factor, by the rules of this paper.");
        }
        use(account.id(), code);
        factors.remove(account.id());
        letters.post(AccountNotice.SECOND_FACTOR_OFF, language, account.id());
    }

    private void use(String account, String code) {
        if (!factors.use(account, code)) {
            throw wrong();
        }
    }

    private Account account() {
        return accounts.find(caller.requireAccountId())
                .orElseThrow(() -> new NotFoundException("account"))
                .account();
    }

    private static InvalidInputException wrong() {
        return new InvalidInputException(
                "code-wrong", "This code is wrong or was used before. Wait for the next one and type that.");
    }
}
