package org.ardina.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Opens the search index after the start, tries again what failed, and closes it in the end. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class IndexUpkeep {

    @Inject
    private IndexUpdates updates;

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void look() {
        updates.begin();
    }

    @PreDestroy
    void stop() {
        updates.stop();
    }
}
