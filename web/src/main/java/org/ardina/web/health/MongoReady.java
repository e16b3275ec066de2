package org.ardina.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.store.StoreWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether readers can be served: pages come from MongoDB. */
@Readiness
@ApplicationScoped
public class MongoReady implements HealthCheck {

    @Inject
    private StoreWatch watch;

    @Override
    public HealthCheckResponse call() {
        return StoreReport.of("mongodb", watch.mongo())
                .status(watch.mongo().available())
                .build();
    }
}
