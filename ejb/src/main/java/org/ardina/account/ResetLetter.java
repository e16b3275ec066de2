package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.LetterWriter;
import org.ardina.mail.Mail;

/**
 * Lets somebody who forgot their password choose another. Whether an account has the address is found out here rather than
 * when the letter is asked for, so that whoever asks learns nothing, not even by the time it takes.
 */
@ApplicationScoped
class ResetLetter implements LetterWriter {

    static final String KIND = "reset-password";

    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private AccountLetters letters;

    @Override
    public Set<String> letters() {
        return Set.of(KIND);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        EmailAddress email = EmailAddress.given(Objects.requireNonNull(details.get(AccountLetters.EMAIL)));
        return accounts.findByEmail(email)
                .map(AccountRepository.Stored::profile)
                .map(profile -> {
                    // To the address as its owner wrote it, which may differ in case.
                    String to = Objects.requireNonNull(profile.email());
                    String token = tokens.issue(
                            new OneTimeToken(profile.account().id(), OneTimeToken.Purpose.RESET_PASSWORD, to));
                    return texts.write(
                            KIND, to, letters.values(profile.account().username(), "/reset-password/" + token));
                });
    }
}
