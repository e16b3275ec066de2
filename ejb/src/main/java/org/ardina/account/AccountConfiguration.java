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

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Duration eraseAfter;

    @Inject
    public AccountConfiguration(Settings settings) {
        this.eraseAfter = settings.duration(ERASE_AFTER, Duration.ofDays(14));
        if (eraseAfter.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    ERASE_AFTER, eraseAfter.toString(), "a duration of at most " + LONGEST, null);
        }
    }

    /** For this long an account that was left can be taken back. */
    public Duration eraseAfter() {
        return eraseAfter;
    }
}
