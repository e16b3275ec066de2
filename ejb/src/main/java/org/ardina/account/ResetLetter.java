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
    private EmailRepository emails;

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
        EmailAddress email = new EmailAddress(Objects.requireNonNull(details.get(AccountLetters.EMAIL)));
        return emails.find(email).map(owner -> {
            String token = tokens.issue(new OneTimeToken(
                    owner.account(),
                    OneTimeToken.Purpose.RESET_PASSWORD,
                    owner.email().value()));
            return texts.write(
                    KIND,
                    owner.email().value(),
                    letters.values(owner.username(), "/reset-password/" + token));
        });
    }
}
