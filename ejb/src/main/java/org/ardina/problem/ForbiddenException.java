package org.ardina.problem;

/** What this caller may not do, for a reason that they are told. */
public class ForbiddenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ForbiddenException(String code, String message) {
        super(code, message);
    }
}
