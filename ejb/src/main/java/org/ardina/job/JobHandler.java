package org.ardina.job;

/** Does the jobs of one kind. A job may be begun more than once, so doing it again must change nothing. */
public interface JobHandler {

    String kind();

    /**
     * Does the job, renewing its lease at least every few seconds.
     *
     * @param subject what the job is about, for example the id of an import
     * @throws JobPostponedException if it cannot be done now and is to be tried again
     * @throws LeaseLostException if another worker has taken it over
     */
    void handle(String subject, Lease lease);
}
