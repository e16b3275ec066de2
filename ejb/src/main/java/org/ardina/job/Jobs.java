package org.ardina.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.cache.WakeUp;
import org.ardina.cache.WakeUpCalls;

/** Work to be done by whichever replica comes first. */
@ApplicationScoped
public class Jobs {

    @Inject
    private JobRepository repository;

    @Inject
    private WakeUpCalls wakeUpCalls;

    /** Adds a job, durably, and wakes the workers. */
    public void add(String kind, String subject) {
        repository.add(kind, subject);
        wakeUpCalls.send(WakeUp.Call.JOB);
    }
}
