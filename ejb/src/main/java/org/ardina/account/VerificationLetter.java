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

/** Asks the owner of a new account to show that the mailbox is theirs. */
@ApplicationScoped
class VerificationLetter implements LetterWriter {

    static final String KIND = "verify-email";

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
        return emails.find(Objects.requireNonNull(details.get(AccountLetters.ACCOUNT)))
                .filter(owner -> !owner.verified())
                .map(owner -> {
                    String token = tokens.issue(new OneTimeToken(
                            owner.account(),
                            OneTimeToken.Purpose.VERIFY_EMAIL,
                            owner.email().value()));
                    return texts.write(
                            KIND,
                            owner.email().value(),
                            letters.values(owner.username(), "/verify-email/" + token));
                });
    }
}
