package org.ardina.problem;

/** The site with whose account somebody wants to log in does not answer, or not as it should. */
public class ProviderAwayException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProviderAwayException() {
        super(
                "provider-away",
                "The site with whose account you want to log in cannot be reached. Log in with your password, or try later.");
    }
}
