package org.ardina.problem;

/** A login with the account of another site that did not succeed, or whose answer is not to be trusted. */
public class ProviderRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProviderRefusedException() {
        super("provider-refused", "Logging in with the account of the other site did not succeed. Begin again.");
    }
}
