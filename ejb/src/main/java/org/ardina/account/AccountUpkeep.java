package org.ardina.account;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.ardina.store.StoreWatch;

/** Erases accounts that were left long enough ago, and removes sessions that are over. Any number of replicas may do so. */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class AccountUpkeep {

    private static final int AT_ONCE = 100;
    private static final Duration SELDOM = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    @Inject
    private Erasure erasure;

    @Inject
    private SessionRepository sessions;

    @Inject
    private StoreWatch watch;

    @Inject
    private AccountConfiguration configuration;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        long every = every(configuration.eraseAfter()).toMillis();
        timers.createIntervalTimer(every, every, new TimerConfig(null, false));
    }

    /** So often that an account is not kept for much longer than it is to be. */
    static Duration every(Duration eraseAfter) {
        Duration often = eraseAfter.compareTo(SELDOM) < 0 ? eraseAfter : SELDOM;
        return often.compareTo(OFTEN) < 0 ? OFTEN : often;
    }

    @Timeout
    void tidy() {
        if (watch.mongo().available()) {
            Instant now = Instant.now();
            sessions.deleteExpired(now);
            erasure.eraseLeft(now, AT_ONCE);
        }
    }
}
