package org.ardina.change;

import com.mongodb.MongoException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageConfiguration;
import org.ardina.cache.WakeUp;
import org.ardina.store.StoreUnavailableException;
import org.ardina.store.StoreWatch;

/** Looks for changes every second, and when woken. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangePolling {

    private static final Logger LOG = Logger.getLogger(ChangePolling.class.getName());

    /** Looking takes at most half of the time, but for looks that are slow. */
    private static final int REST = 1;

    /** At most a tenth while much is changing: then a look that comes later finds more. */
    private static final int REST_AFTER_MANY = 9;

    /** So many in one look are more than somebody changes who waits to see it. */
    private static final int MANY = 50;

    /** A look is slow when a store or the machine stands still, and what it missed then must not wait much longer. */
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long LONGEST_REST_AFTER_MANY_NANOS = TimeUnit.SECONDS.toNanos(1);

    @Any
    @Inject
    private Instance<ChangeSource> sources;

    @Any
    @Inject
    private Instance<ChangeListener> listeners;

    @Inject
    private StoreWatch watch;

    @Inject
    private ManagedScheduledExecutorService executor;

    @Inject
    private PageConfiguration configuration;

    @Inject
    private PageCache pages;

    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile long restUntil = System.nanoTime();
    private ChangeFeed feed;

    @PostConstruct
    void prepare() {
        feed = new ChangeFeed(
                sources.stream().toList(), listeners.stream().toList(), Clock.systemUTC(), this::beginning);
    }

    /** Pages in Redis show every change that some replica has purged; where that is not known, none that old is fresh. */
    private Instant beginning() {
        Instant purged = pages.purgedUntil();
        Instant oldest = Instant.now()
                .minus(configuration.lifetime())
                .minus(configuration.staleWhileRevalidate())
                .minus(ChangeFeed.OVERLAP);
        return purged == null || purged.isBefore(oldest) ? oldest : purged;
    }

    /** How old what this replica knows may be. */
    public Duration lag() {
        return feed.lag();
    }

    /** Looks at once when something has changed. */
    public void wake(@Observes WakeUp wakeUp) {
        if (wakeUp.call() == WakeUp.Call.CHANGE) {
            look();
        }
    }

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void look() {
        if (watch.mongo().available() && scheduled.compareAndSet(false, true)) {
            var unused =
                    executor.schedule(this::work, Math.max(0, restUntil - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    private void work() {
        // A call that comes from here on asks for another look, as this one may miss what it is about.
        scheduled.set(false);
        long start = System.nanoTime();
        int found = 0;
        try {
            found = feed.look();
            pages.notePurgedUntil(feed.lookedAt());
        } catch (MongoException | StoreUnavailableException away) {
            LOG.log(Level.FINE, "Changes are looked for again in a second", away);
        }
        long end = System.nanoTime();
        restUntil = end + rest(end - start, found);
    }

    /** How long to rest after a look that took so long and found so much, in nanoseconds. */
    static long rest(long tookNanos, int found) {
        return found < MANY
                ? Math.min(REST * tookNanos, LONGEST_REST_NANOS)
                : Math.min(REST_AFTER_MANY * tookNanos, LONGEST_REST_AFTER_MANY_NANOS);
    }
}
