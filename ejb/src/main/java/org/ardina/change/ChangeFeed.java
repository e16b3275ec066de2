package org.ardina.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has changed since it last looked and tells the listeners. It looks back further than that, as writers'
 * clocks differ by seconds and a write takes its time to be seen, and leaves out the versions that it has told
 * of.
 */
final class ChangeFeed {

    /** How far clocks may be apart, and a write may take, together. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    static final int BATCH = 500;

    /** More changes than this at once are not told one by one. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class.getName());

    private final List<ChangeSource> sources;
    private final List<ChangeListener> listeners;
    private final InstantSource clock;
    private final Map<String, Change> told = new HashMap<>();
    private final Supplier<Instant> beginning;
    private volatile Instant lookedAt;
    private boolean begun;

    /** @param beginning asked at the first look: from when on changes may not be known to what this replica finds */
    ChangeFeed(
            Collection<ChangeSource> sources,
            Collection<ChangeListener> listeners,
            InstantSource clock,
            Supplier<Instant> beginning) {
        this.sources = List.copyOf(sources);
        this.listeners = listeners.stream()
                .sorted(Comparator.comparing(ChangeListener::stage))
                .toList();
        this.clock = clock;
        this.beginning = beginning;
        this.lookedAt = clock.instant();
    }

    /** Every change up to then is told, but for those that {@link #OVERLAP} is for. */
    Instant lookedAt() {
        return lookedAt;
    }

    /** How long ago it last looked: no change that is older has been missed. */
    Duration lag() {
        return Duration.between(lookedAt, clock.instant());
    }

    /**
     * Looks once, and returns how many changes it told of. If a store fails on the way, the next look tells of them
     * again.
     */
    synchronized int look() {
        if (!begun) {
            lookedAt = beginning.get();
            begun = true;
        }
        Instant now = clock.instant();
        Instant since = lookedAt.minus(OVERLAP);
        Map<String, Change> found = new LinkedHashMap<>();
        for (ChangeSource source : sources) {
            collect(source, since, now, found);
        }
        if (found.size() > MOST) {
            tell(ChangeListener::changedMuch);
        } else {
            List<Change> changes = List.copyOf(found.values());
            for (int start = 0; start < changes.size(); start += BATCH) {
                List<Change> batch = changes.subList(start, Math.min(changes.size(), start + BATCH));
                tell(listener -> listener.changed(batch));
            }
        }
        told.putAll(found);
        told.values().removeIf(change -> change.changedAt().isBefore(now.minus(OVERLAP)));
        lookedAt = now;
        return found.size();
    }

    private void collect(ChangeSource source, Instant since, Instant now, Map<String, Change> found) {
        Instant time = since;
        @Nullable String after = null;
        List<Change> part;
        do {
            part = source.changedSince(time, after, BATCH);
            for (Change change : part) {
                String name = name(change);
                Change known = told.get(name);
                if (known == null || known.version() != change.version()) {
                    found.put(name, change);
                }
            }
            if (!part.isEmpty()) {
                Change last = part.get(part.size() - 1);
                time = last.changedAt();
                after = last.id();
            }
        } while (part.size() == BATCH && found.size() <= MOST);
        source.dueBetween(lookedAt, now, MOST + 1).forEach(change -> found.put(name(change), change));
    }

    private void tell(Consumer<ChangeListener> message) {
        @Nullable RuntimeException away = null;
        for (ChangeListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException failure) {
                if (StoreFailure.isCauseOf(failure)) {
                    away = failure;
                } else {
                    // A defect would fail for ever, and must not keep the change from the others.
                    LOG.log(Level.SEVERE, "A change was not taken in by " + listener, failure);
                }
            }
        }
        if (away != null) {
            throw away;
        }
    }

    private static String name(Change change) {
        return change.kind() + " " + change.id();
    }
}
