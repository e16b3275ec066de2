package org.ardina.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
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
        add(kind, subject, Map.of());
    }

    /**
     * Adds a job that is due after a delay, unless there is one of that kind on that subject which nobody has begun. What
     * several replicas ask for within the delay is done once; rarely it is done twice.
     */
    public void addOnce(String kind, String subject, Duration delay) {
        repository.addOnce(kind, subject, delay);
    }

    /**
     * Adds a job unless there is one of that kind on that subject, be it one that somebody is doing or that is to be tried
     * again. Rarely there are two, where several replicas ask at the same moment.
     */
    public void addUnlessOpen(String kind, String subject) {
        repository.addUnlessOpen(kind, subject);
    }

    /** Adds a job with what else its handler needs to know, durably, and wakes the workers. */
    public void add(String kind, String subject, Map<String, String> details) {
        repository.add(kind, subject, details, Duration.ZERO);
        wakeUpCalls.send(WakeUp.Call.JOB);
    }

    /** Adds such a job that is due after a delay. */
    public void addLater(String kind, String subject, Map<String, String> details, Duration delay) {
        repository.add(kind, subject, details, delay);
    }
}
