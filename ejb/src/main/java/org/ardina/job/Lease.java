package org.ardina.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The right to do a job for a while.
 *
 * @param attempt counts from one
 * @param owner unlike any other, so that a worker which was too slow notices
 */
public record Lease(
        JobRepository repository,
        String job,
        String kind,
        String subject,
        Map<String, String> details,
        int attempt,
        Instant addedAt,
        String owner) {

    public Lease {
        details = Map.copyOf(details);
    }

    /**
     * Keeps the job for another {@link JobRepository#LEASE}.
     *
     * @throws LeaseLostException if it ran out and another worker has the job
     */
    public void renew() {
        renew(JobRepository.LEASE);
    }

    /**
     * Keeps the job for something that takes at most that time, and cannot be interrupted to renew the lease.
     *
     * @throws LeaseLostException if it ran out and another worker has the job
     */
    public void renew(Duration time) {
        if (!repository.renew(this, time)) {
            throw new LeaseLostException(subject);
        }
    }
}
