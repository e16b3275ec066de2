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
import org.jspecify.annotations.Nullable;

/** Asks the owner of a new account to show that the mailbox is theirs. */
@ApplicationScoped
class VerificationLetter implements LetterWriter {

    static final String KIND = "verify-email";

    private static final String REGISTERED = "already-registered";

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
        Optional<Profile> profile = accounts.find(account).map(AccountRepository.Stored::profile);
        @Nullable String email = profile.map(Profile::email).orElse(null);
        if (profile.isEmpty() || email == null || profile.get().emailVerified()) {
            return Optional.empty();
        }
        EmailAddress address = EmailAddress.given(email);
        String username = profile.get().account().username();
        if (accounts.findByVerifiedEmail(address).isPresent()) {
            // Whoever has the mailbox has an account; the new one cannot have this address.
            return Optional.of(texts.write(REGISTERED, email, letters.values(username, "/reset-password")));
        }
        String token = tokens.issue(new OneTimeToken(account, OneTimeToken.Purpose.VERIFY_EMAIL, email));
        return Optional.of(texts.write(KIND, email, letters.values(username, "/verify-email/" + token)));
    }
}
