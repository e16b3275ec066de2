package org.ardina.embedded;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A command that one thread has given and perhaps another runs, and what has become of it. */
final class WaitingWrite<T> {

    private final Supplier<T> command;
    private final Thread owner = Thread.currentThread();
    private Supplier<T> result = () -> {
        throw new IllegalStateException("The command was not run");
    };
    private volatile boolean done;

    WaitingWrite(Supplier<T> command) {
        this.command = command;
    }

    /** Runs it; its owner learns what it throws. */
    void run() {
        try {
            T value = command.get();
            result = () -> value;
        } catch (RuntimeException failed) {
            fail(failed);
        } catch (Error failed) {
            result = () -> {
                throw failed;
            };
        }
    }

    /** Has it fail, as it could not be stored. */
    void fail(RuntimeException reason) {
        result = () -> {
            throw reason;
        };
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
    T result() {
        return result.get();
    }
}
