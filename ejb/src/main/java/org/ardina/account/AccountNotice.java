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

/** Tells the owner of an account what has happened to it. */
@ApplicationScoped
class AccountNotice implements LetterWriter {

    static final String PASSWORD_CHANGED = "password-changed";
    static final String EMAIL_CHANGED = "email-changed";
    static final String SECOND_FACTOR_ON = "second-factor-on";
    static final String SECOND_FACTOR_OFF = "second-factor-off";
    static final String IDENTITY_LINKED = "identity-linked";
    static final String IDENTITY_UNLINKED = "identity-unlinked";
    static final String WRITER_REQUEST_APPROVED = "writer-request-approved";
    static final String WRITER_REQUEST_DECLINED = "writer-request-declined";

    private static final String RESET_PAGE = "/reset-password";

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountLetters letters;

    @Override
    public Set<String> letters() {
        return Set.of(
                PASSWORD_CHANGED,
                EMAIL_CHANGED,
                SECOND_FACTOR_ON,
                SECOND_FACTOR_OFF,
                IDENTITY_LINKED,
                IDENTITY_UNLINKED,
                WRITER_REQUEST_APPROVED,
                WRITER_REQUEST_DECLINED);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        Optional<Profile> profile = accounts.find(Objects.requireNonNull(details.get(AccountLetters.ACCOUNT)))
                .map(AccountRepository.Stored::profile);
        // After a change of the address the notice goes to the one before it.
        @Nullable String before = details.get(AccountLetters.EMAIL);
        @Nullable String to = before == null ? profile.map(Profile::email).orElse(null) : before;
        if (profile.isEmpty() || to == null) {
            return Optional.empty();
        }
        Map<String, String> values = letters.values(profile.get().account().username(), RESET_PAGE);
        values.put(AccountLetters.REASON, details.getOrDefault(AccountLetters.REASON, ""));
        return Optional.of(texts.write(letter, to, values));
    }
}
