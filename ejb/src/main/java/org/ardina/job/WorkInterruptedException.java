package org.ardina.job;

/** The server stops in the middle of a job, which whoever leases it next goes on with. */
public class WorkInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkInterruptedException(Throwable cause) {
        super("The server stops in the middle of a job", cause);
    }
}
