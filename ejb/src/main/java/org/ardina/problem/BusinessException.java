package org.ardina.problem;

import jakarta.ejb.ApplicationException;

/** A request that cannot be met, for a reason that the caller can understand. Codes are stable; messages may change. */
@ApplicationException
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;

    protected BusinessException(String code, String message) {
        super(message);
        this.code = code;
        this.message = message;
    }

    /** Names the problem for programs, in lower-case words joined by hyphens. */
    public String code() {
        return code;
    }

    /** A sentence or two for a person: which rule, and what to do. */
    @Override
    public String getMessage() {
        return message;
    }
}
