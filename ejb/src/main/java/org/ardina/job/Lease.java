package org.ardina.job;

/**
 * The right to do a job for a while.
 *
 * @param owner unlike any other, so that a worker which was too slow notices
 */
public record Lease(JobRepository repository, String job, String kind, String subject, String owner) {

    /**
     * Keeps the job for another {@link JobRepository#LEASE}.
     *
     * @throws LeaseLostException if it ran out and another worker has the job
     */
    public void renew() {
        if (!repository.renew(this)) {
            throw new LeaseLostException(subject);
        }
    }
}
