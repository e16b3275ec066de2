package org.ardina.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.store.StoreWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells of Redis, without which readers are served all the same: always up. */
@Readiness
@ApplicationScoped
public class RedisReady implements HealthCheck {

    @Inject
    private StoreWatch watch;

    @Override
    public HealthCheckResponse call() {
        return StoreReport.of("redis", watch.redis()).up().build();
    }
}
