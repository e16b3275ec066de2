package org.ardina.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ardina.problem.BusyException;

/**
 * Whose passwords are worked out now and whose next. A quarter of the processors does so at most, a few logins wait for it
 * in threads of the server, and many others without one, so that a storm of logins leaves processors and threads to the
 * readers.
 */
@ApplicationScoped
public class PasswordQueue {

    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);

    /** Each holds a thread of the server, which starts with 32 for everybody. */
    private static final int LOGINS = 6;

    /** The logins, and some who register or choose another password. */
    private static final int WAITING = 12;

    private static final int PUT_OFF = 1000;

    private final Semaphore working = new Semaphore(AT_ONCE, true);
    private final Semaphore logins = new Semaphore(LOGINS);
    private final Queue<BooleanSupplier> later = new LinkedBlockingQueue<>(PUT_OFF);

    /**
     * Works a password out when it is its turn.
     *
     * @throws BusyException if too many wait
     */
    <T> T take(Supplier<T> work) {
        if (working.getQueueLength() >= WAITING) {
            throw new BusyException("Too many people are logging in at this moment. Try again in a few seconds.");
        }
        working.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            working.release();
        }
    }

    /** Begins a login if it is not one too many; then {@link #end} follows. */
    public boolean begin() {
        return logins.tryAcquire();
    }

    /**
     * Puts off a login until others have ended.
     *
     * @param resume called once when this login has begun, and {@link #end} is to follow; says false if it does not wait
     *     any more
     * @return false if too many were put off
     */
    public boolean putOff(BooleanSupplier resume) {
        boolean waits = later.offer(resume);
        admit();
        return waits;
    }

    /** Ends a login. */
    public void end() {
        logins.release();
        admit();
    }

    private void admit() {
        while (!later.isEmpty() && logins.tryAcquire()) {
            BooleanSupplier next = later.poll();
            if (next == null || !next.getAsBoolean()) {
                logins.release();
            }
        }
    }
}
