package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Map;
import org.ardina.problem.BusinessException;
import org.ardina.problem.LinkExpiredException;
import org.ardina.problem.TooManyRequestsException;

/** A new password for whoever forgot theirs: by a link that is sent to the account's e-mail address. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class PasswordReset {

    @Inject
    private AccountRepository accounts;

    @Inject
    private LiveSessions live;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordPolicy policy;

    @Inject
    private AccountLetters letters;

    /**
     * Sends a link to the address if an account has it. The caller does not learn whether that is so.
     *
     * @param language of the letter, a BCP 47 tag
     * @throws TooManyRequestsException if it was asked for too often, with this address or from this place
     */
    public void request(String email, Device device, String language) {
        EmailAddress address = EmailAddress.given(email);
        letters.take(address, device);
        letters.post(ResetLetter.KIND, language, Map.of(AccountLetters.EMAIL, address.value()));
    }

    /** Whether a password can be chosen with the token of a link. */
    public boolean isOpen(String token) {
        return tokens.find(token, OneTimeToken.Purpose.RESET_PASSWORD).isPresent();
    }

    /**
     * Sets the password and ends all sessions of the account.
     *
     * @throws BusinessException if the link is used up, or the password breaks a rule; in the latter case the link stays good
     */
    public void choose(String token, String password, String language) {
        OneTimeToken found =
                tokens.find(token, OneTimeToken.Purpose.RESET_PASSWORD).orElseThrow(LinkExpiredException::new);
        AccountRepository.Stored account = accounts.find(found.account()).orElseThrow(LinkExpiredException::new);
        policy.check(password, account.account().username());
        String hash = passwords.hash(password);
        if (tokens.redeem(token, OneTimeToken.Purpose.RESET_PASSWORD).isEmpty()) {
            throw new LinkExpiredException();
        }
        if (accounts.changePassword(found.account(), account.passwordHash(), hash)
                .isEmpty()) {
            throw new LinkExpiredException();
        }
        live.forgetAll();
        tokens.withdraw(found.account(), OneTimeToken.Purpose.RESET_PASSWORD);
        // Whoever followed the link reads what is sent there.
        accounts.confirmEmail(found.account(), EmailAddress.given(found.value()));
        letters.post(AccountNotice.PASSWORD_CHANGED, language, found.account());
    }
}
