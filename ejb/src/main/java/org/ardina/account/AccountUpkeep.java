package org.ardina.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ardina.store.StoreWatch;

/** Erases accounts that were left long enough ago, and removes sessions that are over. Any number of replicas may do so. */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountUpkeep {

    private static final int AT_ONCE = 100;

    @Inject
    private Erasure erasure;

    @Inject
    private SessionRepository sessions;

    @Inject
    private StoreWatch watch;

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void tidy() {
        if (watch.mongo().available()) {
            Instant now = Instant.now();
            sessions.deleteExpired(now);
            erasure.eraseLeft(now, AT_ONCE);
        }
    }
}
