package org.ardina.problem;

/** A link out of a letter that was used before, or is too old. */
public class LinkExpiredException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public LinkExpiredException() {
        super("link-expired", "This link was used before or is too old. Ask for a new one.");
    }
}
