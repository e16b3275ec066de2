package org.ardina.cache;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Shared pages in memory, for several caches in one test; may be away. */
final class MemorySharedPages implements SharedPages {

    private static final String EPOCH = "epoch";

    private final Map<PageKey, CachedPage> pages = new ConcurrentHashMap<>();
    private final Set<PageKey> leases = ConcurrentHashMap.newKeySet();
    private final Tombstones purges = new Tombstones();
    private List<PageKey> mostRead = List.of();
    private @Nullable Instant purgedUntil;

    volatile boolean away;

    @Override
    public Found find(PageKey key) {
        if (away) {
            return Found.NOTHING;
        }
        Generation generation = new Generation(EPOCH, purges.sequence());
        CachedPage page = pages.get(key);
        return new Found(page != null && isUnpurged(page) ? page : null, generation);
    }

    @Override
    public boolean isCurrent(CachedPage page) {
        return away || isUnpurged(page);
    }

    private boolean isUnpurged(CachedPage page) {
        Generation generation = page.generation();
        return generation != null && !purges.isPurgedSince(generation.sequence(), page.marks());
    }

    @Override
    public void store(PageKey key, CachedPage page) {
        if (!away) {
            pages.put(key, page);
        }
        release(key);
    }

    @Override
    public void purge(int[] marks) {
        purges.purge(marks);
    }

    @Override
    public void purgeAll() {
        purges.purgeAll();
    }

    @Override
    public Lease lease(PageKey key) {
        return away ? Lease.UNKNOWN : new Lease(leases.add(key), find(key));
    }

    @Override
    public void release(PageKey key) {
        leases.remove(key);
    }

    @Override
    public @Nullable Instant purgedUntil() {
        return purgedUntil;
    }

    @Override
    public void notePurgedUntil(Instant time) {
        purgedUntil = time;
    }

    @Override
    public void saveMostRead(List<PageKey> keys) {
        mostRead = keys;
    }

    @Override
    public List<PageKey> mostRead() {
        return mostRead;
    }

    @Nullable CachedPage stored(PageKey key) {
        return pages.get(key);
    }

    int size() {
        return pages.size();
    }
}
