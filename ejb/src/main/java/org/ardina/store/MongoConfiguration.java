package org.ardina.store;

import com.mongodb.ConnectionString;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;
import org.jspecify.annotations.Nullable;

/** Where MongoDB is and how long an operation may take. */
@Dependent
public class MongoConfiguration {

    static final String URI = "ardina.mongodb.uri";
    static final String TIMEOUT = "ardina.mongodb.timeout";

    private final @Nullable String uri;
    private final Duration timeout;

    @Inject
    public MongoConfiguration(Settings settings) {
        this.uri = settings.text(URI).orElse(null);
        this.timeout = settings.duration(TIMEOUT, Duration.ofSeconds(5));
        if (uri != null) {
            try {
                new ConnectionString(uri);
            } catch (IllegalArgumentException malformed) {
                throw new ConfigurationException(
                        URI, "(not shown)", "a MongoDB connection string: " + malformed.getMessage(), malformed);
            }
        }
    }

    /** The connection string; absent: the embedded store. */
    public Optional<String> uri() {
        return Optional.ofNullable(uri);
    }

    /** What tells one store from another, without anything secret. */
    public String place() {
        if (uri == null) {
            return "embedded";
        }
        ConnectionString address = new ConnectionString(uri);
        return String.join(",", address.getHosts()) + "/" + address.getDatabase();
    }

    /** The limit of one operation, the search for a server and the driver's retries included. */
    public Duration timeout() {
        return timeout;
    }
}
