package org.ardina.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages in the memory of this process. Caffeine keeps those that are asked for often, so that many addresses asked
 * for once push nothing out: Einziger, Friedman and Manes, “TinyLFU”, ACM TOS 13(4), 2017. Addresses where nothing is
 * have their own small place, and so have the later parts of lists, as anybody can make up endless ones.
 */
final class NearPages {

    private static final int NEGATIVES = 10_000;

    /** Of the memory for pages, one in so many bytes is for the later parts of lists. */
    private static final int SHARE_OF_PARTS = 16;

    private final Cache<PageKey, NearPage> pages;
    private final Cache<PageKey, NearPage> parts;
    private final Cache<PageKey, NearPage> negatives;

    NearPages(long maximumBytes) {
        this.pages = cache(maximumBytes - maximumBytes / SHARE_OF_PARTS);
        this.parts = cache(maximumBytes / SHARE_OF_PARTS);
        this.negatives = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumSize(NEGATIVES)
                .build();
    }

    private static Cache<PageKey, NearPage> cache(long maximumBytes) {
        // Housekeeping is done by whoever comes by, a little at a time: no threads, and the same order in every test.
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maximumBytes)
                .weigher((PageKey key, NearPage near) ->
                        near.page().weight() + key.address().length())
                .build();
    }

    @Nullable NearPage find(PageKey key) {
        NearPage near = pages.getIfPresent(key);
        if (near == null && !key.isCommon()) {
            near = parts.getIfPresent(key);
        }
        return near == null ? negatives.getIfPresent(key) : near;
    }

    void put(PageKey key, NearPage near) {
        Cache<PageKey, NearPage> positives = key.isCommon() ? pages : parts;
        if (near.page().isNegative()) {
            positives.invalidate(key);
            negatives.put(key, near);
        } else {
            negatives.invalidate(key);
            positives.put(key, near);
        }
    }

    /** Puts the same page in another form into its place, unless another has taken it. */
    void replace(PageKey key, NearPage near, NearPage same) {
        caches().forEach(cache -> cache.asMap().replace(key, near, same));
    }

    /** Removes the page, unless another has taken its place. */
    void remove(PageKey key, NearPage near) {
        caches().forEach(cache -> cache.asMap().remove(key, near));
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

    /** The pages that are asked for most, but for parts of lists. */
    List<PageKey> hottest(int limit) {
        return pages.policy()
                .eviction()
                .map(eviction -> List.copyOf(eviction.hottest(limit).keySet()))
                .orElse(List.of());
    }

    long bytes() {
        return bytes(pages) + bytes(parts);
    }

    private static long bytes(Cache<PageKey, NearPage> cache) {
        return cache.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    long size() {
        return pages.estimatedSize() + parts.estimatedSize();
    }

    private Stream<Cache<PageKey, NearPage>> caches() {
        return Stream.of(pages, parts, negatives);
    }

    private void removeIf(Predicate<NearPage> condition) {
        caches().forEach(cache -> cache.asMap().forEach((key, near) -> {
            if (condition.test(near)) {
                cache.asMap().remove(key, near);
            }
        }));
    }
}
