package org.ardina.popularity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ardina.article.ArticleId;

/**
 * Who has read what a short time ago, so that a reload is not another read. It knows nobody: it keeps hashes with a salt
 * that is never written anywhere and is another every day.
 */
final class RecentReaders {

    /** One reader's reads of an article within this time are one. */
    static final Duration ONCE = Duration.ofMinutes(30);

    /** About ten megabytes. Beyond that reloads may count. */
    private static final int MOST = 100_000;

    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long PRIME = 0x100000001b3L;

    private final ConcurrentMap<Long, Boolean> seen;
    private final Ticker ticker;
    private final LongSupplier random;
    private volatile Salt salt;

    private record Salt(long value, long since) {}

    RecentReaders(Ticker ticker, LongSupplier random) {
        Cache<Long, Boolean> cache = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(ticker)
                .expireAfterWrite(ONCE)
                .maximumSize(MOST)
                .build();
        this.seen = cache.asMap();
        this.ticker = ticker;
        this.random = random;
        this.salt = new Salt(random.getAsLong(), ticker.read());
    }

    /** Whether this is no reload, and remembers it. */
    boolean isNew(ArticleId article, String address, String agent) {
        return seen.putIfAbsent(hash(article, address, agent), Boolean.TRUE) == null;
    }

    /** FNV-1a over the characters, which begins with the salt. */
    private long hash(ArticleId article, String address, String agent) {
        long hash = add(salt(), article.value());
        hash = add(hash * PRIME, address);
        return add(hash * PRIME, agent);
    }

    private long salt() {
        Salt current = salt;
        long now = ticker.read();
        if (now - current.since() > DAY_NANOS) {
            current = new Salt(random.getAsLong(), now);
            salt = current;
        }
        return current.value();
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum ^ text.charAt(i)) * PRIME;
        }
        return sum;
    }
}
