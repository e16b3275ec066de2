package org.ardina.article;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreFailure;
import org.ardina.store.StoreWatch;

/** Puts articles into the newsroom's table that were stored before there were {@link ListingKeys}. */
@Singleton
@Startup
@DependsOn("StoreUpkeep")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ListingUpkeep {

    private static final Logger LOG = Logger.getLogger(ListingUpkeep.class.getName());
    private static final int AT_ONCE = 200;

    /** So many of them in a minute, so that it ends before the next one begins. */
    private static final int MOST = 100;

    @Inject
    private ManuscriptRepository repository;

    @Inject
    private StoreWatch watch;

    @Schedule(second = "30", minute = "*", hour = "*", persistent = false)
    void list() {
        if (!watch.mongo().available()) {
            return;
        }
        try {
            int batches = 0;
            while (batches < MOST && repository.listUnlisted(AT_ONCE) == AT_ONCE) {
                batches++;
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE,
                    "Articles are put into the table in a minute",
                    failure);
        }
    }
}
