package org.ardina.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.ardina.search.Search;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The metrics of search. */
@ApplicationScoped
public class SearchMetrics {

    @Inject
    private MetricRegistry registry;

    @Inject
    private Search search;

    void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
        registry.gauge(named("ardina_search_articles", "Articles in the search index"), () -> search.size());
        registry.gauge(
                named("ardina_search_complete", "1 when every article can be found, 0 while the index is built"),
                () -> search.isComplete() ? 1 : 0);
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
