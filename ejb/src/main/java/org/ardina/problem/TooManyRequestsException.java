package org.ardina.problem;

import java.time.Duration;

/** Somebody does this too often; it succeeds again after a while. */
public class TooManyRequestsException extends BusinessException {
@Nullable private static final long serialVersionUID = 1L;
@Nullable private final Duration retryAfter;
@Nullable public TooManyRequestsException(String message, Duration retryAfter) {
        super("too-many-requests", message);
        this.retryAfter = retryAfter;
    }
@Nullable /** After this it may be tried again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
