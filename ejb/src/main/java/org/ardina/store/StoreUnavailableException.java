package org.ardina.store;

import jakarta.ejb.ApplicationException;

/** A store cannot be reached, or is not ready yet; the same call may succeed a moment later. */
@ApplicationException
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
