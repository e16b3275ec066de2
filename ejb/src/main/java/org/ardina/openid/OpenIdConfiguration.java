package org.ardina.openid;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** The provider with whose accounts people can log in, where there is one. */
@Dependent
public class OpenIdConfiguration {

    static final String ISSUER = "ardina.openid.issuer";
    static final String CLIENT_ID = "ardina.openid.client-id";
    static final String CLIENT_SECRET = "ardina.openid.client-secret";
    static final String NAME = "ardina.openid.name";
    static final String TIMEOUT = "ardina.openid.timeout";

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_NAME = 60;

    /** Where a provider may be asked without TLS: on this machine. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<Provider> provider;
    private final Duration timeout;

    /**
     * A provider that knows this site.
     *
     * @param issuer as it names itself, to the character
     * @param name what it is called on buttons
     */
    record Provider(URI issuer, String clientId, String clientSecret, String name) {

        @Override
        public String toString() {
            return name + " at " + issuer;
        }
    }

    @Inject
    public OpenIdConfiguration(Settings settings) {
        this.provider = settings.address(ISSUER).map(issuer -> provider(issuer, settings));
        this.timeout = settings.duration(TIMEOUT, Duration.ofSeconds(5));
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new ConfigurationException(
                    TIMEOUT, timeout.toString(), "a duration of at most " + LONGEST_TIMEOUT, null);
        }
        if (provider.isEmpty()) {
            for (String key : new String[] {CLIENT_ID, CLIENT_SECRET}) {
                if (settings.text(key).isPresent()) {
                    throw new ConfigurationException(key, "(not shown)", "only together with " + ISSUER, null);
                }
            }
        }
    }

    Optional<Provider> provider() {
        return provider;
    }

    /** The limit of one call of the provider, from connecting to the last byte of the answer. */
    Duration timeout() {
        return timeout;
    }

    private static Provider provider(URI issuer, Settings settings) {
        boolean safe = "https".equals(issuer.getScheme()) || THIS_MACHINE.contains(issuer.getHost());
        if (!safe || issuer.getFragment() != null) {
            throw new ConfigurationException(ISSUER, issuer.toString(), "an address that begins with https://", null);
        }
        String name = settings.text(NAME).orElse(issuer.getHost());
        if (name.length() > LONGEST_NAME) {
            throw new ConfigurationException(NAME, name, "at most " + LONGEST_NAME + " characters", null);
        }
        return new Provider(issuer, required(settings, CLIENT_ID), required(settings, CLIENT_SECRET), name);
    }

    private static String required(Settings settings, String key) {
        return settings.text(key)
                .orElseThrow(() ->
                        new ConfigurationException(key, "", "what the provider of " + ISSUER + " has given", null));
    }
}
