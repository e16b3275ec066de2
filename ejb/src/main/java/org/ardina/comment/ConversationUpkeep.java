package org.ardina.comment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.ardina.job.Jobs;
import org.ardina.store.StoreWatch;

/** Corrects numbers that a replica could not count before it died. Any number of replicas may do so. */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ConversationUpkeep {

    /** After a start it looks so far back. */
    private static final Duration BEFORE_START = Duration.ofDays(1);

    private static final Duration OVERLAP = Duration.ofMinutes(2);

    @Inject
    private Recount recount;

    @Inject
    private StoreWatch watch;

    @Inject
    private Jobs jobs;

    @Inject
    private CommentConfiguration configuration;

    private Instant countedUntil = Instant.now().minus(BEFORE_START);

    @Schedule(second = "7/20", minute = "*", hour = "*", persistent = false)
    void count() {
        if (watch.mongo().available()) {
            Instant until = Instant.now().minus(Recount.QUIET);
            recount.quiet(countedUntil.minus(OVERLAP), until);
            countedUntil = until;
        }
    }

    /** Has letters about replies and mentions sent, once over all replicas. */
    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void tell() {
        if (watch.mongo().available()) {
            jobs.addOnce(ConversationLetters.JOB, ConversationLetters.ALL, configuration.lettersEvery());
        }
    }
}
