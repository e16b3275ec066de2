package org.ardina.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.ardina.configuration.Settings;
import org.jspecify.annotations.Nullable;

/** Where Redis is and how long an operation may take. */
@Dependent
public class RedisConfiguration {

    static final String URI = "ardina.redis.uri";
    static final String TIMEOUT = "ardina.redis.timeout";

    private final @Nullable RedisAddress address;
    private final Duration timeout;

    @Inject
    public RedisConfiguration(Settings settings) {
        this.address = settings.text(URI).map(RedisAddress::parse).orElse(null);
        this.timeout = settings.duration(TIMEOUT, Duration.ofMillis(500));
    }

    /** The address; absent: the embedded store. */
    public Optional<RedisAddress> address() {
        return Optional.ofNullable(address);
    }

    /** The limit of one operation, connecting included. */
    public Duration timeout() {
        return timeout;
    }
}
