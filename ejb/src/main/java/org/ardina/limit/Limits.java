package org.ardina.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.ardina.cache.Counters;
import org.ardina.problem.TooManyRequestsException;

/**
 * Counts what is limited, over all replicas and in windows of fixed length. Without Redis each replica counts by itself:
 * nobody is kept out because it is away.
 */
@ApplicationScoped
public class Limits {

    @Inject
    private Counters counters;

    /** Counts one more. */
    public Allowance count(Limit limit, String subject) {
        Instant now = Instant.now();
        return allowance(limit, counters.increment(key(limit, subject, now), limit.window(), limit.step()), now);
    }

    /** What is left, without counting. */
    public Allowance look(Limit limit, String subject) {
        Instant now = Instant.now();
        return allowance(limit, counters.get(key(limit, subject, now), limit.step()), now);
    }

    /**
     * Counts one more.
     *
     * @throws TooManyRequestsException if that is one too many
     */
    public void take(Limit limit, String subject) {
        Allowance allowance = count(limit, subject);
        if (allowance.isExceeded()) {
            throw exceeded(allowance);
        }
    }

    /** What whoever goes beyond a limit is told. */
    public static TooManyRequestsException exceeded(Allowance allowance) {
        return new TooManyRequestsException(
                "This happened too often. Try again in " + allowance.reset().toSeconds() + " seconds.",
                allowance.reset());
    }

    private static Allowance allowance(Limit limit, long used, Instant now) {
        long window = limit.window().toMillis();
        long reset = window - now.toEpochMilli() % window;
        // Rounded up: a client that waits for whole seconds must not come too early.
        return new Allowance(limit, used, Duration.ofSeconds((reset + 999) / 1000));
    }

    private static String key(Limit limit, String subject, Instant now) {
        return limit.name() + ":" + subject + ":"
                + now.toEpochMilli() / limit.window().toMillis();
    }
}
