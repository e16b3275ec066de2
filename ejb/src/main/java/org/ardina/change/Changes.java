package org.ardina.change;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ardina.cache.WakeUp;
import org.ardina.cache.WakeUpCalls;

/** Tells all replicas that something has changed, so that they look at once and not within a second. */
@ApplicationScoped
public class Changes {

    /** Changes that come in this time share one call, so that an import does not keep every replica looking. */
    private static final long GATHERING_MILLIS = 15;

    @Inject
    private WakeUpCalls wakeUpCalls;

    @Inject
    private ManagedScheduledExecutorService executor;

    private final AtomicBoolean gathering = new AtomicBoolean();

    /** To be called after a write that left a {@link org.ardina.store.ChangeStamp}. */
    public void announce() {
        if (gathering.compareAndSet(false, true)) {
            var unused = executor.schedule(this::send, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        gathering.set(false);
        wakeUpCalls.send(WakeUp.Call.CHANGE);
    }
}
