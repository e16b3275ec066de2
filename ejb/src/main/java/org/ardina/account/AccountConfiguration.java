package org.ardina.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** Rules for accounts that an operator sets. */
@Dependent
public class AccountConfiguration {

    static final String ERASE_AFTER = "ardina.accounts.erase-after";
    static final String VERIFIED_EMAIL_REQUIRED = "ardina.accounts.verified-email-required";

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Duration eraseAfter;
    private final boolean verifiedEmailRequired;

    @Inject
    public AccountConfiguration(Settings settings) {
        this.verifiedEmailRequired = settings.flag(VERIFIED_EMAIL_REQUIRED, false);
        this.eraseAfter = settings.duration(ERASE_AFTER, Duration.ofDays(14));
        if (eraseAfter.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    ERASE_AFTER, eraseAfter.toString(), "a duration of at most " + LONGEST, null);
        }
    }

    /** Whether somebody who gave an e-mail address cannot log in before they have shown that it is theirs. */
    public boolean verifiedEmailRequired() {
        return verifiedEmailRequired;
    }

    /** For this long an account that was left can be taken back. */
    public Duration eraseAfter() {
        return eraseAfter;
    }
}
