package org.ardina.overview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** The figures that were last counted in this replica. */
@ApplicationScoped
class RecentFigures {

    private static final Duration FRESHNESS = Duration.ofSeconds(5);

    private final Cache<Boolean, PaperFigures> figures =
            Caffeine.newBuilder().expireAfterWrite(FRESHNESS).build();

    PaperFigures get(Supplier<PaperFigures> count) {
        return figures.get(true, any -> count.get());
    }
}
