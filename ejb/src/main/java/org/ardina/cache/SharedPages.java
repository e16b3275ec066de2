package org.ardina.cache;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages that all replicas share, and the order of purges among them. Nothing here fails when the store is away. */
interface SharedPages {

    /** The page as of now, unless it was purged since it was rendered. */
    Found find(PageKey key);

    /** Whether no purge has touched the page since it was rendered; true when that cannot be known. */
    boolean isCurrent(CachedPage page);

    /** Keeps a page that has a generation, and gives back the right to render it if this replica has it. */
    void store(PageKey key, CachedPage page);

    /** Drops all pages with one of the marks. What cannot be reached now is dropped before it is used again. */
    void purge(int[] marks);

    void purgeAll();

    /**
     * Takes the right to render the page for all replicas, for a few seconds at most, and then looks for the page: whoever
     * had that right until now may have rendered it.
     */
    Lease lease(PageKey key);

    /** Gives back what {@link #lease} took. */
    void release(PageKey key);

    /** Up to when every change was purged here, by any replica; null if that is not known. */
    @Nullable Instant purgedUntil();

    /** Notes that every change up to a time was purged. */
    void notePurgedUntil(Instant time);

    void saveMostRead(List<PageKey> keys);

    List<PageKey> mostRead();

    /**
     * What is known of a page.
     *
     * @param page fresh or not; absent when there is none that is current
     * @param generation at which a rendering that begins now begins; absent when the store is away
     */
    record Found(@Nullable CachedPage page, @Nullable Generation generation) {

        static final Found NOTHING = new Found(null, null);
    }

    /**
     * What came of asking for the right to render a page.
     *
     * @param taken false while another replica has it; true too when that cannot be known
     */
    record Lease(boolean taken, Found found) {

        static final Lease UNKNOWN = new Lease(true, Found.NOTHING);
    }
}
