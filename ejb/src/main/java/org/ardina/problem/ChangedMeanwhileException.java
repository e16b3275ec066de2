package org.ardina.problem;

/** What was to be changed is not what the caller has seen; nothing was changed. */
public class ChangedMeanwhileException extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** @param version that there is now */
    public ChangedMeanwhileException(long version) {
        super(
                "changed-meanwhile",
                "Somebody changed this meanwhile: it has version " + version
                        + " now. Read it again, and apply your change to that.");
    }
}
