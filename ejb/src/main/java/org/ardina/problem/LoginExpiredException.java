package org.ardina.problem;

/** A login that was not finished in time. */
public class LoginExpiredException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public LoginExpiredException() {
        super("login-expired", "This login took too long. Begin again with the password.");
    }
}
