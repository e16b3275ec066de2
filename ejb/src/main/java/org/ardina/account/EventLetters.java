package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts letters about what has happened to accounts. */
@ApplicationScoped
class EventLetters {

    @Inject
    private AccountLetters letters;

    @Inject
    private AccountRepository accounts;

    void write(@Observes AccountEvent event) {
        @Nullable String letter = letter(event.kind());
        if (letter == null) {
            return;
        }
        String account = event.account().id();
        Map<String, String> details = new HashMap<>();
        details.put(AccountLetters.ACCOUNT, account);
        details.put(AccountLetters.REASON, event.details().getOrDefault("reason", ""));
        letters.post(letter, language(account), details);
    }

    private String language(String account) {
        return accounts.find(account).map(AccountRepository.Stored::language).orElse("");
    }

    private static @Nullable String letter(AccountEvent.Kind kind) {
        return switch (kind) {
            case REGISTERED -> VerificationLetter.KIND;
            case PASSWORD_CHANGED -> AccountNotice.PASSWORD_CHANGED;
            case IDENTITY_LINKED -> AccountNotice.IDENTITY_LINKED;
            case IDENTITY_UNLINKED -> AccountNotice.IDENTITY_UNLINKED;
            case WRITER_APPROVED -> AccountNotice.WRITER_REQUEST_APPROVED;
            case WRITER_DECLINED -> AccountNotice.WRITER_REQUEST_DECLINED;
            case PROFILE_CHANGED, ROLE_CHANGED, SUSPENDED, REACTIVATED, WRITER_REQUESTED, LEFT, CAME_BACK, ERASED ->
                null;
        };
    }
}
