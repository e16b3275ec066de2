package org.ardina.job;

import java.time.Duration;

/** A job cannot be done now, for a reason outside of it, and is to be tried again after a pause. */
public class JobPostponedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    public JobPostponedException(Duration pause, Throwable reason) {
        super(reason);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
