package org.ardina.cache;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timer;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreWatch;

/** Starts a replica with the pages that are read most, and remembers which those are. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PageUpkeep {

    private static final Logger LOG = Logger.getLogger(PageUpkeep.class.getName());
    private static final int MOST_READ = 300;

    @Inject
    private PageCache pages;

    @Inject
    private StoreWatch watch;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void warm(Timer timer) {
        if (watch.redis().available()) {
            timer.cancel();
            LOG.log(Level.INFO, "{0} of the pages that are read most were in Redis", pages.warm());
        }
    }

    @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false)
    void saveMostRead() {
        pages.saveMostRead(MOST_READ);
    }
}
