package org.ardina.problem;

/** The site has more of this work than it can do now; the same request may succeed a little later. */
public class BusyException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super("busy", message);
    }
}
