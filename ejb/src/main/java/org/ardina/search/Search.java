package org.ardina.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.ardina.problem.BusyException;

/** What the public searches: published articles by words, topic, author and days, in any combination. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Search {

    /**
     * More at once would only be slower together: a search works and waits for nothing. Fair, as otherwise those who come
     * would pass those who wait, some of them until they are refused.
     */
    private static final Semaphore PERMITS =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    private static final long WAIT_MILLIS = 500;

    @Inject
    private SearchIndex holder;

    @Inject
    private IndexUpdates updates;

    /**
     * Searches the index of this replica; no store is asked.
     *
     * @throws BusyException if too much is searched, or the index is being mended
     */
    public SearchResult find(SearchQuery query) {
        return during(query, search -> search.result(updates::isWithdrawn, updates.isComplete()))
                .orElseGet(SearchResult::none);
    }

    /** Searches for the articles alone, which costs less; otherwise as {@link #find}. */
    public FoundArticles list(SearchQuery query) {
        return during(query, search -> search.articles(updates::isWithdrawn))
                .orElseGet(() -> new FoundArticles(List.of(), 0));
    }

    private <T> Optional<T> during(SearchQuery query, Reading<T> reading) {
        ArticleIndex index = holder.current();
        if (index == null) {
            return Optional.empty();
        }
        acquirePermit();
        try {
            IndexSearcher searcher = index.acquire();
            try {
                return Optional.of(
                        read(new ArticleSearch(searcher.getIndexReader(), query, Instant.now()), reading, index));
            } finally {
                index.release(searcher);
            }
        } catch (IOException | AlreadyClosedException | InternalError damaged) {
            updates.mend(index, damaged);
            throw new BusyException("Search is being mended. Try again in a moment.");
        } finally {
            PERMITS.release();
        }
    }

    private interface Reading<T> {

        T of(ArticleSearch search) throws IOException;
    }

    /** Another number when searches may find something else, but for what appears by the time for which it was approved. */
    public long generation() {
        ArticleIndex index = holder.current();
        if (index == null) {
            return -1;
        }
        try {
            IndexSearcher searcher = index.acquire();
            try {
                long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
                return 2 * version + (updates.isComplete() ? 1 : 0);
            } finally {
                index.release(searcher);
            }
        } catch (IOException | AlreadyClosedException replaced) {
            return -1;
        }
    }

    /** The usernames of all who have published something, in their order, as far as the index knows. */
    public List<String> authors(int limit) {
        ArticleIndex index = holder.current();
        if (index == null) {
            return List.of();
        }
        try {
            IndexSearcher searcher = index.acquire();
            try {
                return ArticleSearch.authors(searcher.getIndexReader(), Instant.now(), limit);
            } finally {
                index.release(searcher);
            }
        } catch (IOException | AlreadyClosedException replaced) {
            return List.of();
        }
    }

    /** How many articles can be found. */
    public int size() {
        ArticleIndex index = holder.current();
        try {
            return index == null ? 0 : index.size();
        } catch (IOException | AlreadyClosedException replaced) {
            return 0;
        }
    }

    /** Whether every published article can be found; not so while the index is built. */
    public boolean isComplete() {
        return updates.isComplete();
    }

    private static <T> T read(ArticleSearch search, Reading<T> reading, ArticleIndex index) throws IOException {
        try {
            return reading.of(search);
        } catch (AlreadyClosedException closed) {
            throw closed;
        } catch (RuntimeException failure) {
            // Bytes that are not what was written may lead anywhere.
            index.check();
            throw failure;
        }
    }

    private static void acquirePermit() {
        try {
            if (PERMITS.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new BusyException("Too much is searched for. Try again in a moment.");
    }
}
