package org.ardina.problem;

/** A login whose name and password were right, and that needs the code of a second factor too. */
public class CodeRequiredException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final String login;

    public CodeRequiredException(String login) {
        super("code-required", "This account logs in with a code too: the one that the authenticator app shows now.");
        this.login = login;
    }

    /** What goes with the code to finish the login, a secret. */
    public String login() {
        return login;
    }
}
