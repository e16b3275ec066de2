package org.ardina.problem;

/** A login that was refused. Whether the name or the password was wrong is not said. */
public class BadCredentialsException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public BadCredentialsException() {
        super("bad-credentials", "The username or the password is wrong.");
    }
}
