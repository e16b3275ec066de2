package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ardina.problem.BusinessException;
import org.ardina.problem.ConflictException;
import org.ardina.problem.LinkExpiredException;
import org.ardina.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/** The e-mail address of an account: shown to be its owner's, or changed to one that is. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class EmailAddresses {

    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Login login;

    @Inject
    private AccountLetters letters;

    @Inject
    private Caller caller;

    /**
     * The address of an account.
     *
     * @param verified whether its owner has shown that the mailbox is theirs
     */
    public record Known(String email, boolean verified) {

        @Override
        public String toString() {
            return "Known[verified=" + verified + ']';
        }
    }

    /** The address of the caller's account; an account that was made at the first start has none. */
    @RolesAllowed(Role.READER)
    public Optional<Known> own() {
        return accounts.find(caller.requireAccountId())
                .map(AccountRepository.Stored::profile)
                .filter(profile -> profile.email() != null)
                .map(profile -> new Known(Objects.requireNonNull(profile.email()), profile.emailVerified()));
    }

    /** Sends the caller another link with which they show that the mailbox is theirs. */
    @RolesAllowed(Role.READER)
    public void requestVerification(String language) {
        letters.postWithinLimit(VerificationLetter.KIND, language, caller.requireAccountId());
    }

    /**
     * Takes the token of a link as the proof that its reader has the mailbox.
     *
     * @throws LinkExpiredException if it cannot be used any more
     */
    public void verify(String token) {
        OneTimeToken used =
                tokens.redeem(token, OneTimeToken.Purpose.VERIFY_EMAIL).orElseThrow(LinkExpiredException::new);
        if (accounts.confirmEmail(used.account(), EmailAddress.given(used.value()))
                .isEmpty()) {
            throw new LinkExpiredException();
        }
        tokens.withdraw(used.account(), OneTimeToken.Purpose.VERIFY_EMAIL);
    }

    /**
     * Sends a link to a new address for the caller's account, which keeps the old one until the link is followed. Whether
     * another account has the address is not told here.
     *
     * @throws BusinessException if it is no address, or it is not shown that the account is the caller's
     */
    @RolesAllowed(Role.READER)
    public void requestChange(String email, OwnerProof proof, Device device, String language) {
        String account = caller.requireAccountId();
        EmailAddress address = EmailAddress.given(email);
        AccountRepository.Stored stored = accounts.find(account).orElseThrow(() -> new NotFoundException("account"));
        login.requireOwner(stored, proof, device);
        letters.take(address, device);
        letters.post(
                EmailChangeLetter.KIND,
                language,
                Map.of(AccountLetters.ACCOUNT, account, AccountLetters.EMAIL, address.value()));
    }

    /**
     * Gives the account the address to which the link was sent, and tells the old one.
     *
     * @throws LinkExpiredException if the link cannot be used any more
     * @throws ConflictException if another account has the address
     */
    public void change(String token, String language) {
        OneTimeToken used =
                tokens.redeem(token, OneTimeToken.Purpose.CHANGE_EMAIL).orElseThrow(LinkExpiredException::new);
        @Nullable String old = accounts.find(used.account())
                .map(AccountRepository.Stored::profile)
                .map(Profile::email)
                .orElse(null);
        if (accounts.verifyEmail(used.account(), EmailAddress.given(used.value()))
                .isEmpty()) {
            throw new ConflictException("email-taken", "Another account has this e-mail address.");
        }
        tokens.withdraw(used.account(), OneTimeToken.Purpose.RESET_PASSWORD);
        if (old != null) {
            letters.post(
                    AccountNotice.EMAIL_CHANGED,
                    language,
                    Map.of(AccountLetters.ACCOUNT, used.account(), AccountLetters.EMAIL, old));
        }
    }
}
