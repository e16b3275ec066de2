package org.ardina.problem;

/** What was asked for does not exist, or not for this caller. */
public class NotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String what) {
        super("not-found", "There is no such " + what + ".");
    }
}
