package org.ardina.web.metrics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.jspecify.annotations.Nullable;

/** What the metrics of this replica said of each minute of the last hour. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RequestHistory {

    static final int MINUTES = 60;

    @Inject
    private MetricRegistry registry;

    private final Deque<Minute> minutes = new ArrayDeque<>();
    private @Nullable Totals before;

    /**
     * The requests of a minute.
     *
     * @param at its end
     * @param errors those that failed here: their status is 500 or more
     * @param meanMillis how long one took
     */
    public record Minute(Instant at, long requests, long errors, double meanMillis) {}

    /** What was counted since the start. */
    record Totals(long requests, long errors, Duration time) {

        Minute since(Totals earlier, Instant at) {
            long more = requests - earlier.requests;
            double millis = time.minus(earlier.time).toNanos() / 1e6;
            return new Minute(at, more, errors - earlier.errors, more == 0 ? 0 : millis / more);
        }
    }

    /** Oldest first. */
    public List<Minute> minutes() {
        synchronized (minutes) {
            return List.copyOf(minutes);
        }
    }

    @Schedule(minute = "*", hour = "*", persistent = false)
    void note() {
        Totals now = totals();
        synchronized (minutes) {
            if (before != null) {
                minutes.add(now.since(before, Instant.now().truncatedTo(ChronoUnit.MINUTES)));
            }
            while (minutes.size() > MINUTES) {
                minutes.remove();
            }
            before = now;
        }
    }

    private Totals totals() {
        long requests = 0;
        long errors = 0;
        Duration time = Duration.ZERO;
        for (int status : IntStream.rangeClosed(1, 5).toArray()) {
            @Nullable Timer timer = registry.getTimer(new MetricID(RequestTiming.NAME, new Tag("status", status + "xx")));
            if (timer == null) {
                // Nothing has been asked for yet.
                continue;
            }
            requests += timer.getCount();
            errors += status == 5 ? timer.getCount() : 0;
            time = time.plus(timer.getElapsedTime());
        }
        return new Totals(requests, errors, time);
    }
}
