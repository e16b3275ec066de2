package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.problem.CodeRequiredException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.secondfactor.SecondFactors;

/** What stands between the right password and a session: a confirmed address, a code. */
@ApplicationScoped
class SecondStep {

    @Inject
    private AccountRepository accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private AccountLetters letters;

    @Inject
    private AccountConfiguration configuration;

    /**
     * Lets pass whoever needs no more than their password.
     *
     * @throws ForbiddenException if the e-mail address has to be confirmed first
     * @throws CodeRequiredException if a code is to follow
     */
    AccountRepository.Stored requireNone(AccountRepository.Stored recognised) {
        String id = recognised.account().id();
        Profile profile = recognised.profile();
        if (configuration.verifiedEmailRequired() && profile.email() != null && !profile.emailVerified()) {
            // Once more, as the link before may be too old.
            letters.postWithinLimit(VerificationLetter.KIND, recognised.language(), id);
            throw new ForbiddenException(
                    "email-not-verified",
                    "Confirm your e-mail address first: follow the link in the message that we have sent you.");
        }
        if (factors.isOn(id)) {
            throw new CodeRequiredException(tokens.issue(
                    new OneTimeToken(id, OneTimeToken.Purpose.FINISH_LOGIN, Long.toString(recognised.epoch()))));
        }
        return recognised;
    }

    /**
     * Recognises whoever gave the right password a moment ago, and now a code.
     *
     * @param login what {@link CodeRequiredException} told
     * @throws LoginExpiredException if that was too long ago
     * @throws InvalidInputException if the code is wrong, or was used before
     * @throws TooManyRequestsException after too many wrong codes
     */
    AccountRepository.Stored take(String login, String code) {
        OneTimeToken begun =
                tokens.find(login, OneTimeToken.Purpose.FINISH_LOGIN).orElseThrow(LoginExpiredException::new);
        AccountRepository.Stored stored = accounts.find(begun.account())
                .filter(account -> account.status() == Status.ACTIVE)
                .filter(account -> Long.toString(account.epoch()).equals(begun.value()))
                .orElseThrow(LoginExpiredException::new);
        if (!factors.use(begun.account(), code)) {
            throw new InvalidInputException(
                    "code-wrong", "This code is wrong or was used before. Wait for the next one and type that.");
        }
        if (tokens.redeem(login, OneTimeToken.Purpose.FINISH_LOGIN).isEmpty()) {
            throw new LoginExpiredException();
        }
        return stored;
    }
}
