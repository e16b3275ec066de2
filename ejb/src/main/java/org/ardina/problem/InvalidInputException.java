package org.ardina.problem;

/** Input that breaks a rule; the message says which and what to do. */
public class InvalidInputException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String code, String message) {
        super(code, message);
    }
}
