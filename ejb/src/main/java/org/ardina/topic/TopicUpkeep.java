package org.ardina.topic;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.article.Manuscripts;
import org.ardina.job.Jobs;
import org.ardina.store.StoreFailure;
import org.ardina.store.StoreWatch;

/**
 * Finds articles in topics that were moved: a replica that died before it asked for the move left them, or one that did
 * not know of it yet has put them there.
 */
@Singleton
@Startup
@DependsOn("StoreUpkeep")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class TopicUpkeep {

    private static final Logger LOG = Logger.getLogger(TopicUpkeep.class.getName());

    @Inject
    private Topics topics;

    @Inject
    private Manuscripts manuscripts;

    @Inject
    private Jobs jobs;

    @Inject
    private StoreWatch watch;

    @Schedule(minute = "*", hour = "*", persistent = false)
    void findStrays() {
        if (!watch.mongo().available()) {
            return;
        }
        try {
            topics.moved().stream()
                    .filter(manuscripts::isUsed)
                    .forEach(topic -> jobs.addOnce(TopicMove.KIND, topic.value(), Duration.ZERO));
        } catch (RuntimeException failure) {
            LOG.log(
                    StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE,
                    "Articles in topics that were moved are looked for in a minute",
                    failure);
        }
    }
}
