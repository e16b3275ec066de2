package org.ardina.embedded;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command that one thread has given and perhaps another runs, and what has become of it. */
final class WaitingWrite<T> {

    private final Supplier<T> command;
    private final Thread owner = Thread.currentThread();
    private @Nullable T value;
    private @Nullable Throwable failure;
    private volatile boolean done;

    WaitingWrite(Supplier<T> command) {
        this.command = command;
    }

    /** Runs it; its owner learns what it throws. */
    void run() {
        try {
            value = command.get();
        } catch (RuntimeException | Error failed) {
            fail(failed);
        }
    }

    /** Has it fail with an unchecked exception, as it could not be done or stored. */
    void fail(Throwable reason) {
        failure = reason;
    }

    void done() {
        done = true;
        wake();
    }

    boolean isDone() {
        return done;
    }

    /** Has its owner look again. */
    void wake() {
        LockSupport.unpark(owner);
    }

    /** Waits until its owner should look again; perhaps less. */
    void await() {
        LockSupport.park(this);
    }

    /** What it returned, or throws what it threw. */
    @SuppressWarnings("NullAway") // A command that has not failed has returned what it returns, which may be null.
    T result() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return value;
    }
}
