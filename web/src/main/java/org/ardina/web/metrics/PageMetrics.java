package org.ardina.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageStatistics;
import org.ardina.change.ChangePolling;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The metrics of the page cache and of the change feed. Those that end in {@code _total} only grow. */
@ApplicationScoped
public class PageMetrics {

    @Inject
    private MetricRegistry registry;

    @Inject
    private PageCache pages;

    @Inject
    private ChangePolling feed;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        PageStatistics statistics = pages.statistics();
        gauge("ardina_page_hits_total", "Pages served from this process", MetricUnits.NONE, statistics::hits);
        gauge("ardina_page_shared_hits_total", "Pages served from Redis", MetricUnits.NONE, statistics::sharedHits);
        gauge("ardina_page_misses_total", "Pages rendered or waited for", MetricUnits.NONE, statistics::misses);
        gauge("ardina_page_stale_total", "Pages served after their lifetime", MetricUnits.NONE, statistics::stale);
        gauge("ardina_page_renders_total", "Renders, failed ones included", MetricUnits.NONE, statistics::renders);
        gauge("ardina_page_render_failures_total", "Renders that failed", MetricUnits.NONE, statistics::failures);
        gauge(
                "ardina_page_refusals_total",
                "Pages refused as too many were rendered",
                MetricUnits.NONE,
                statistics::refusals);
        gauge(
                "ardina_page_render_seconds_total",
                "Time spent rendering",
                MetricUnits.SECONDS,
                statistics::renderSeconds);
        gauge("ardina_page_purges_total", "Purges", MetricUnits.NONE, statistics::purges);
        gauge(
                "ardina_page_warmed_total",
                "Pages fetched before they were asked for",
                MetricUnits.NONE,
                statistics::warmed);
        gauge("ardina_page_near_bytes", "Memory that pages take", MetricUnits.BYTES, pages::nearBytes);
        gauge("ardina_page_near_pages", "Pages kept in this process", MetricUnits.NONE, pages::nearSize);
        gauge(
                "ardina_change_lag_seconds",
                "Age of what this replica knows of the store",
                MetricUnits.SECONDS,
                () -> feed.lag().toMillis() / 1000.0);
    }

    private <T extends Number> void gauge(String name, String description, String unit, Supplier<T> value) {
        Metadata metadata = Metadata.builder()
                .withName(name)
                .withDescription(description)
                .withUnit(unit)
                .build();
        registry.gauge(metadata, value);
    }
}
