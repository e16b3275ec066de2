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

/** Tells the owner of an account what has happened to it. */
@ApplicationScoped
class AccountNotice implements LetterWriter {

    static final String PASSWORD_CHANGED = "password-changed";
    static final String EMAIL_CHANGED = "email-changed";
    static final String SECOND_FACTOR_ON = "second-factor-on";
    static final String SECOND_FACTOR_OFF = "second-factor-off";
    static final String WRITER_REQUEST_APPROVED = "writer-request-approved";
    static final String WRITER_REQUEST_DECLINED = "writer-request-declined";

    private static final String RESET_PAGE = "/reset-password";

    @Inject
    private EmailRepository emails;

    @Inject
    private AccountLetters letters;

    @Override
    public Set<String> letters() {
        return Set.of(
                PASSWORD_CHANGED,
                EMAIL_CHANGED,
                SECOND_FACTOR_ON,
                SECOND_FACTOR_OFF,
                WRITER_REQUEST_APPROVED,
                WRITER_REQUEST_DECLINED);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        return emails.find(Objects.requireNonNull(details.get(AccountLetters.ACCOUNT)))
                .map(owner -> {
                    Map<String, String> values = letters.values(owner.username(), RESET_PAGE);
                    values.put(AccountLetters.REASON, details.getOrDefault(AccountLetters.REASON, ""));
                    // After a change of the address the notice goes to the one before it.
                    String to = details.getOrDefault(
                            AccountLetters.EMAIL, owner.email().value());
                    return texts.write(letter, to, values);
                });
    }
}
