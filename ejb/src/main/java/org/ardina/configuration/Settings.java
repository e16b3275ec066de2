package org.ardina.configuration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The operator's configuration, each value checked as it is read; what is wrong is said with the name of the key. */
@Dependent
public class Settings {

    private final Config config;

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    public Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * A switch.
     *
     * @throws ConfigurationException if the value is neither true nor false
     */
    public boolean flag(String key, boolean standard) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        if (text.get().equals("true") || text.get().equals("false")) {
            return Boolean.parseBoolean(text.get());
        }
        throw new ConfigurationException(key, text.get(), "true or false", null);
    }

    /**
     * A number.
     *
     * @throws ConfigurationException if the value is not a whole number from the least to the greatest, inclusive
     */
    public long number(String key, long standard, long least, long greatest) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= greatest) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new ConfigurationException(key, text.get(), "a whole number", notANumber);
        }
        throw new ConfigurationException(key, text.get(), "a whole number from " + least + " to " + greatest, null);
    }

    /**
     * A length of time.
     *
     * @throws ConfigurationException if the value is not an ISO 8601 duration of at least a millisecond
     */
    public Duration duration(String key, Duration standard) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            Duration value = Duration.parse(text.get());
            if (value.toMillis() > 0) {
                return value;
            }
        } catch (DateTimeParseException notADuration) {
            throw new ConfigurationException(key, text.get(), "a duration such as PT2S", notADuration);
        }
        throw new ConfigurationException(key, text.get(), "a duration above zero such as PT2S", null);
    }

    /**
     * An address of the web.
     *
     * @throws ConfigurationException if the value is not an absolute http or https address without a query
     */
    public Optional<URI> address(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String expected = "an address such as https://news.example.org";
        try {
            URI uri = new URI(text.get());
            String scheme = uri.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme)) && uri.getHost() != null && uri.getQuery() == null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException notAnAddress) {
            throw new ConfigurationException(key, text.get(), expected, notAnAddress);
        }
        throw new ConfigurationException(key, text.get(), expected, null);
    }
}
