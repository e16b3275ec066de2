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

/** Asks at a new address whether it is to be the account's. */
@ApplicationScoped
class EmailChangeLetter implements LetterWriter {

    static final String KIND = "change-email";

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
        String account = Objects.requireNonNull(details.get(AccountLetters.ACCOUNT));
        EmailAddress email = EmailAddress.given(Objects.requireNonNull(details.get(AccountLetters.EMAIL)));
        return accounts.find(account).map(found -> {
            // Of several requests the last one counts.
            tokens.withdraw(account, OneTimeToken.Purpose.CHANGE_EMAIL);
            String token = tokens.issue(new OneTimeToken(account, OneTimeToken.Purpose.CHANGE_EMAIL, email.value()));
            return texts.write(
                    KIND, email.value(), letters.values(found.account().username(), "/change-email/" + token));
        });
    }
}
