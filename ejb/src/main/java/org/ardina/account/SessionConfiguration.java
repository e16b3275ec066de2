package org.ardina.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** How long a login lasts. */
@Dependent
public class SessionConfiguration {

    static final String IDLE = "ardina.sessions.idle";
    static final String LIFETIME = "ardina.sessions.lifetime";

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Duration idle;
    private final Duration lifetime;

    @Inject
    public SessionConfiguration(Settings settings) {
        this.idle = bounded(settings, IDLE, Duration.ofDays(7));
        this.lifetime = bounded(settings, LIFETIME, Duration.ofDays(30));
        if (idle.compareTo(lifetime) > 0) {
            throw new ConfigurationException(
                    IDLE, idle.toString(), "a duration no longer than " + LIFETIME + ", " + lifetime, null);
        }
    }

    /** A session that is not used for this long is over. */
    public Duration idle() {
        return idle;
    }

    /** A session is over after this, however much it is used. */
    public Duration lifetime() {
        return lifetime;
    }

    private static Duration bounded(Settings settings, String key, Duration standard) {
        Duration duration = settings.duration(key, standard);
        if (duration.compareTo(LEAST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new ConfigurationException(
                    key, duration.toString(), "a duration from " + LEAST + " to " + LONGEST, null);
        }
        return duration;
    }
}
