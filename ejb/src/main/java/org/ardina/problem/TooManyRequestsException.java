package org.ardina.problem;

import java.time.Duration;

/** Somebody does this too often; it succeeds again after a while. */
public class TooManyRequestsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequestsException(String message, Duration retryAfter) {
        super("too-many-requests", message);
        this.retryAfter = retryAfter;
    }

    /** After this it may be tried again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
