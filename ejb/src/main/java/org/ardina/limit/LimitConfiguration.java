package org.ardina.limit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.configuration.Settings;

/** The limits that an operator can set. */
@Dependent
public class LimitConfiguration {

    static final String REGISTRATIONS = "ardina.limits.registrations-per-hour";
    static final String FAILED_LOGINS = "ardina.limits.failed-logins";
    static final String COMMENTS = "ardina.limits.comments-per-minute";
    static final String API = "ardina.limits.api-per-minute";

    private static final long MOST = 1_000_000_000;

    private final Limit registrations;
    private final Limit failedLogins;
    private final Limit comments;
    private final Limit api;

    @Inject
    public LimitConfiguration(Settings settings) {
        this.registrations =
                new Limit("registrations", settings.number(REGISTRATIONS, 20, 1, MOST), Duration.ofHours(1));
        this.failedLogins =
                new Limit("failed-logins", settings.number(FAILED_LOGINS, 10, 1, MOST), Duration.ofMinutes(15));
        this.comments = new Limit("comments", settings.number(COMMENTS, 6, 1, MOST), Duration.ofMinutes(1));
        this.api = new Limit("api", settings.number(API, 600, 1, MOST), Duration.ofMinutes(1));
    }

    /** Registrations from an address. */
    public Limit registrations() {
        return registrations;
    }

    /** Logins that fail, for an account and from an address. */
    public Limit failedLogins() {
        return failedLogins;
    }

    /** Comments by an account. */
    public Limit comments() {
        return comments;
    }

    /** Calls of the API by an account, or from an address without one. */
    public Limit api() {
        return api;
    }
}
