package org.ardina.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pages in the memory of this process. Caffeine keeps those that are asked for often, so that many addresses asked
 * for once push nothing out: Einziger, Friedman and Manes, “TinyLFU”, ACM TOS 13(4), 2017. Addresses where nothing is
 * have their own small place.
 */
final class NearPages {

    private static final int NEGATIVES = 10_000;

    private final Cache<PageKey, NearPage> pages;
    private final Cache<PageKey, NearPage> negatives;

    NearPages(long maximumBytes) {
        // Housekeeping is done by whoever comes by, a little at a time: no threads, and the same order in every test.
        this.pages = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maximumBytes)
                .weigher((PageKey key, NearPage near) ->
                        near.page().weight() + key.address().length())
                .build();
        this.negatives = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(NEGATIVES)
                .build();
    }

    @Nullable NearPage find(PageKey key) {
        NearPage near = pages.getIfPresent(key);
        return near == null ? negatives.getIfPresent(key) : near;
    }

    void put(PageKey key, NearPage near) {
        if (near.page().isNegative()) {
            pages.invalidate(key);
            negatives.put(key, near);
        } else {
            negatives.invalidate(key);
            pages.put(key, near);
        }
    }

    /** Removes the page, unless another has taken its place. */
    void remove(PageKey key, NearPage near) {
        pages.asMap().remove(key, near);
        negatives.asMap().remove(key, near);
    }

    /** Removes all pages with one of the marks. An index would cost every page memory and save a millisecond. */
    void purge(int[] marks) {
        BitSet purged = new BitSet(PageTags.MARKS);
        for (int mark : marks) {
            purged.set(mark);
        }
        removeIf(near -> {
            for (int mark : near.page().marks()) {
                if (purged.get(mark)) {
                    return true;
                }
            }
            return false;
        });
    }

    void purgeAll() {
        removeIf(near -> true);
    }

    /** The pages that are asked for most. */
    List<PageKey> hottest(int limit) {
        return pages.policy()
                .eviction()
                .map(eviction -> List.copyOf(eviction.hottest(limit).keySet()))
                .orElse(List.of());
    }

    long bytes() {
        return pages.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    long size() {
        return pages.estimatedSize();
    }

    private void removeIf(Predicate<NearPage> condition) {
        for (Map.Entry<PageKey, NearPage> entry : pages.asMap().entrySet()) {
            if (condition.test(entry.getValue())) {
                pages.asMap().remove(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<PageKey, NearPage> entry : negatives.asMap().entrySet()) {
            if (condition.test(entry.getValue())) {
                negatives.asMap().remove(entry.getKey(), entry.getValue());
            }
        }
    }
}
