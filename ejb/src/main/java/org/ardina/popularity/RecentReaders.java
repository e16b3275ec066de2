package org.ardina.popularity;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.ardina.article.ArticleId;

/**
 * Who has read what a short time ago, so that a reload is not another read. It knows nobody: it keeps hashes with a salt
 * that is never written anywhere and is another every day. A table of numbers, as every page that is read passes here: objects
 * would outlive their youth, and collecting them would cost more than the rest of counting.
 */
final class RecentReaders {

    /** One reader's reads of an article within this time are one. */
    static final Duration ONCE = Duration.ofMinutes(30);

    /**
     * Places for reads, of which each has two to choose from: four megabytes. The more reads there are in that time, the
     * more reloads count; of a hundred thousand fewer than one in twenty.
     */
    private static final int PLACES = 1 << 19;

    private static final int PAIR_BITS = Integer.numberOfTrailingZeros(PLACES / 2);

    /** Of each number the lower bits are the second of the read; those of twelve days are unlike. */
    private static final int SECOND_BITS = 20;

    private static final long SECOND_MASK = (1L << SECOND_BITS) - 1;
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
    private static final long PRIME = 0x100000001b3L;

    private final AtomicLongArray seen = new AtomicLongArray(PLACES);
    private final Ticker ticker;
    private final LongSupplier random;
    private volatile Salt salt;

    private record Salt(long value, long since) {}

    RecentReaders(Ticker ticker, LongSupplier random) {
        this.ticker = ticker;
        this.random = random;
        this.salt = new Salt(random.getAsLong(), ticker.read());
    }

    /** Whether this is no reload, and remembers it. */
    boolean isNew(ArticleId article, String address, String agent) {
        long now = ticker.read();
        long second = TimeUnit.NANOSECONDS.toSeconds(now);
        long hash = hash(salt(now), article, address, agent);
        int first = 2 * (int) (hash >>> (Long.SIZE - PAIR_BITS));
        int older = first;
        long greatestAge = -1;
        for (int place = first; place < first + 2; place++) {
            long read = seen.get(place);
            long age = read == 0 ? Long.MAX_VALUE : (second - read) & SECOND_MASK;
            if (read >>> SECOND_BITS == (hash << SECOND_BITS) >>> SECOND_BITS && age < ONCE.toSeconds()) {
                return false;
            }
            if (age > greatestAge) {
                greatestAge = age;
                older = place;
            }
        }
        seen.set(older, (hash << SECOND_BITS) | (second & SECOND_MASK));
        return true;
    }

    /** FNV-1a over the characters, which begins with the salt. */
    private static long hash(long salt, ArticleId article, String address, String agent) {
        long hash = add(salt, article.value());
        hash = add(hash * PRIME, address);
        return add(hash * PRIME, agent);
    }

    private long salt(long now) {
        Salt current = salt;
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
