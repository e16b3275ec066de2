package org.ardina.job;

/** The job was taken over by another worker, as this one did not renew its lease in time. */
public class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String subject) {
        super("The lease of the job on " + subject + " was lost");
    }
}
