package org.ardina.popularity;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreFailure;
import org.ardina.store.StoreWatch;

/**
 * Adds up what the replicas have counted, every ten seconds and at the end. A replica that is killed loses what it has
 * counted since.
 */
@Singleton
@Startup
@DependsOn("StoreUpkeep")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ReadUpkeep {

    private static final Logger LOG = Logger.getLogger(ReadUpkeep.class.getName());

    @Inject
    private Reads reads;

    @Inject
    private ReadRepository repository;

    @Inject
    private StoreWatch watch;

    @PreDestroy
    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void flush() {
        whileAvailable(reads::flush);
    }

    @Schedule(minute = "17", hour = "*", persistent = false)
    void tidy() {
        whileAvailable(() -> repository.deleteOld(Instant.now()));
    }

    private void whileAvailable(Runnable work) {
        if (watch.mongo().available()) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                // Done again the next time; nothing is lost.
                LOG.log(StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE, "Reads are added later", failure);
            }
        }
    }
}
