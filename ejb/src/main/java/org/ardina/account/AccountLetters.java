package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ardina.configuration.PublicAddress;
import org.ardina.limit.Limit;
import org.ardina.limit.Limits;
import org.ardina.mail.Letters;
import org.ardina.problem.TooManyRequestsException;

/** What letters to the owners of accounts have in common. */
@ApplicationScoped
class AccountLetters {

    static final String ACCOUNT = "account";
    static final String EMAIL = "email";
    static final String REASON = "reason";

    private static final Limit TO_ONE = new Limit("letters-to", 5, Duration.ofHours(1));
    private static final Limit FROM_ONE = new Limit("letters-from", 50, Duration.ofHours(1));

    @Inject
    private Letters letters;

    @Inject
    private Limits limits;

    @Inject
    private PublicAddress site;

    /** Posts a letter about an account, to whatever address it has when the letter is sent. */
    void post(String letter, String language, String account) {
        letters.post(letter, language, Map.of(ACCOUNT, account));
    }

    /** Posts a letter about an account, unless it got enough of them. */
    void postWithinLimit(String letter, String language, String account) {
        if (!limits.count(TO_ONE, account).isExceeded()) {
            post(letter, language, account);
        }
    }

    /**
     * Counts a letter that somebody asks for.
     *
     * @throws TooManyRequestsException if there were too many for the same mailbox, or from the same place
     */
    void take(EmailAddress email, Device device) {
        limits.take(FROM_ONE, device.network());
        limits.take(TO_ONE, email.key());
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
