package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.Letters;

/** What letters to the owners of accounts have in common. */
@ApplicationScoped
class AccountLetters {

    static final String ACCOUNT = "account";
    static final String EMAIL = "email";
    static final String REASON = "reason";

    @Inject
    private Letters letters;

    @Inject
    private PublicAddress site;

    /** Posts a letter about an account, to whatever address it has when the letter is sent. */
    void post(String letter, String language, String account) {
        letters.post(letter, language, Map.of(ACCOUNT, account));
    }

    /** Posts a letter to an address, whether or not somebody has it. */
    void post(String letter, String language, EmailAddress email) {
        letters.post(letter, language, Map.of(EMAIL, email.value()));
    }

    void post(String letter, String language, Map<String, String> details) {
        letters.post(letter, language, details);
    }

    /** What stands in the places of the texts. */
    Map<String, String> values(String username) {
        Map<String, String> values = new HashMap<>();
        values.put("username", username);
        values.put("site", site.page("/"));
        return values;
    }

    Map<String, String> values(String username, String linkedPage) {
        Map<String, String> values = values(username);
        values.put("link", site.page(linkedPage));
        return values;
    }
}
