package org.ardina.web.health;

import org.ardina.store.StoreStatus;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** What a health check says of a store. */
final class StoreReport {

    private StoreReport() {}

    static HealthCheckResponseBuilder of(String name, StoreStatus status) {
        HealthCheckResponseBuilder report = HealthCheckResponse.named(name)
                .withData("available", status.available())
                .withData("since", status.since().toString());
        // Only that it is away: addresses and reasons are for the log, not for whoever asks.
        return status.available() ? report : report.withData("detail", "away; the log says why");
    }
}
