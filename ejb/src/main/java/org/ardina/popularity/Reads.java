package org.ardina.popularity;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import org.ardina.article.ArticleId;

/** Counts what is read in this replica. */
@ApplicationScoped
public class Reads {

    @Inject
    private ReadRepository repository;

    private ReadCounter counter;

    /** Not in the constructor, which is the proxy's too: that would have as large a table of its own. */
    @PostConstruct
    void prepare() {
        SecureRandom random = new SecureRandom();
        counter = new ReadCounter(new RecentReaders(Ticker.systemTicker(), random::nextLong), random::nextLong);
    }

    /**
     * Counts that somebody reads an article, unless they did so a short time ago. Nothing is kept of who it was.
     *
     * @param address from which they read
     * @param agent with which they read
     */
    public void count(ArticleId article, String address, String agent) {
        counter.count(article, address, agent);
    }

    /** Adds what was counted to what others have. */
    void flush() {
        counter.flush(Instant.now(), repository);
    }
}
