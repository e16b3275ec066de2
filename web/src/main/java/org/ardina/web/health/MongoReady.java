package org.ardina.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.cache.PageCache;
import org.ardina.store.StoreWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether readers can be served: from MongoDB, or while it is away with pages that are kept. */
@Readiness
@ApplicationScoped
public class MongoReady implements HealthCheck {

    @Inject
    private StoreWatch watch;

    @Inject
    private PageCache pages;

    @Override
    public HealthCheckResponse call() {
        boolean available = watch.mongo().available();
        long kept = pages.nearSize();
        return StoreReport.of("mongodb", watch.mongo())
                .withData("serving", available ? "all pages" : kept > 0 ? "kept pages" : "nothing")
                .withData("keptPages", kept)
                .status(available || kept > 0)
                .build();
    }
}
