package org.ardina.newsletter;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.ardina.job.Jobs;
import org.ardina.store.StoreWatch;

/** Has an edition sent once it is due, and forgets what nobody confirmed. Every replica looks; one of them does it. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NewsletterUpkeep {

    @Inject
    private EditionCalendar calendar;

    @Inject
    private SubscriptionRepository subscriptions;

    @Inject
    private RequestRepository requests;

    @Inject
    private StoreWatch watch;

    @Inject
    private Jobs jobs;

    @Schedule(second = "*/10", minute = "*", hour = "*", persistent = false)
    void look() {
        if (!watch.mongo().available()) {
            return;
        }
        Instant now = Instant.now();
        requests.deleteExpired(now);
        for (Cadence cadence : Cadence.values()) {
            Edition edition = calendar.last(cadence, now);
            if (EditionJob.isTimely(edition, now) && subscriptions.isAnyoneWaiting(edition)) {
                jobs.addUnlessOpen(EditionJob.KIND, cadence.name());
            }
        }
    }
}
