package org.ardina.search;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.ardina.article.Article;
import org.ardina.article.ArticleHistory;
import org.ardina.article.ArticleId;
import org.ardina.change.Change;
import org.ardina.change.ChangeListener;
import org.ardina.store.StoreFailure;
import org.ardina.store.StoreWatch;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index of this replica current. When a replica starts it goes through everything that changed since the index
 * was last committed, which is every article for an empty one; then it takes in what the change feed tells of. Both
 * happen in one thread at a time and hold up nobody. What the feed tells of goes first, so that an article that was
 * archived is gone at once, however much there is to catch up with.
 */
@ApplicationScoped
class IndexUpdates implements ChangeListener {

    /** How far writers' clocks may be apart, and a write may take, together; as in the change feed. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(IndexUpdates.class.getName());
    private static final int LISTED = 500;

    /** Few, as each holds its article's whole text. */
    private static final int READ = 25;

    /** How long what was written may take to be found while there is more to write. */
    private static final long REFRESH_NANOS = Duration.ofSeconds(1).toNanos();

    /** Letting changes be found takes at most a fifth of the time. */
    private static final int REST = 4;

    /** After so long without a change the newsroom or an import pauses. */
    private static final long QUIET_NANOS = Duration.ofSeconds(3).toNanos();

    private static final long COMMIT_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long SHORTEST_PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMinutes(5).toNanos();

    @Inject
    private SearchIndex holder;

    @Inject
    private ArticleHistory articles;

    @Inject
    private StoreWatch watch;

    @Inject
    private ManagedExecutorService executor;

    private final PendingChanges pending = new PendingChanges();
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicInteger begins = new AtomicInteger();
    private final AtomicInteger catchUpsAsked = new AtomicInteger(1);
    private volatile int catchUpsDone;
    private volatile boolean stopped;

    /** How long a new index waits after one that failed, as on a disk that is full. */
    private long pauseNanos;

    private long triedAt = System.nanoTime();
    private volatile @Nullable ArticleIndex damaged;
    private long committedAt = System.nanoTime();
    private long refreshedAt = System.nanoTime();
    private long refreshNanos;
    private boolean tidied;

    @Override
    public Stage stage() {
        return Stage.BESIDE_PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        if (!pending.add(changes)) {
            changedMuch();
        } else if (!pending.isNothingLeft()) {
            begin();
        }
    }

    /** The position of the index says where to go on from, and nothing that changed since is missed. */
    @Override
    public void changedMuch() {
        catchUpsAsked.incrementAndGet();
        pending.clear();
        begin();
    }

    /** Whether every article that readers may see can be found. */
    boolean isComplete() {
        return catchUpsDone == catchUpsAsked.get();
    }

    /** Whether an article that was found is known to have been taken out of the paper. */
    boolean isWithdrawn(String id) {
        return pending.isWithdrawn(id);
    }

    /** Has an index built anew that turned out to be damaged. */
    void mend(ArticleIndex index, Throwable reason) {
        LOG.log(Level.WARNING, "The search index is damaged and is built anew", reason);
        damaged = index;
        catchUpsAsked.incrementAndGet();
        begin();
    }

    /** Works off what there is to do, in a thread of its own. */
    void begin() {
        if (!stopped && begins.getAndIncrement() == 0) {
            try {
                var unused = executor.submit(this::work);
            } catch (RejectedExecutionException stopping) {
                begins.set(0);
            }
        }
    }

    /** Commits what there is, and ends for good. */
    void stop() {
        stopped = true;
        working.lock();
        try {
            ArticleIndex index = holder.current();
            if (index != null) {
                index.commit();
            }
        } catch (IOException | RuntimeException lost) {
            LOG.log(Level.FINE, "What was not committed is indexed again at the next start", lost);
        } finally {
            holder.close();
            working.unlock();
        }
    }

    private void work() {
        int seen;
        do {
            seen = begins.get();
            working.lock();
            try {
                if (!stopped) {
                    updateOrMend();
                }
            } finally {
                working.unlock();
            }
        } while (!begins.compareAndSet(seen, 0));
    }

    private void updateOrMend() {
        try {
            ArticleIndex broken = damaged;
            if (broken != null) {
                holder.discard(broken);
                damaged = null;
            }
            if (holder.current() != null || System.nanoTime() - triedAt > pauseNanos) {
                triedAt = System.nanoTime();
                update(holder.opened());
            }
        } catch (IOException | AlreadyClosedException | InternalError failure) {
            pending.putBack();
            LOG.log(Level.WARNING, "The search index is damaged, or cannot be written, and is built anew", failure);
            catchUpsAsked.incrementAndGet();
            pauseNanos = Math.min(2 * pauseNanos + SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS);
            ArticleIndex index = holder.current();
            if (index != null) {
                holder.discard(index);
            }
        } catch (RuntimeException | LinkageError failure) {
            pending.putBack();
            Level level = StoreFailure.isCauseOf(failure) ? Level.FINE : Level.SEVERE;
            LOG.log(level, "The search index is updated later", failure);
        }
    }

    private void update(ArticleIndex index) throws IOException {
        if (watch.mongo().available()) {
            takePending(index);
            if (!isComplete()) {
                catchUp(index);
                takePending(index);
            }
        }
        if (System.nanoTime() - committedAt > COMMIT_NANOS) {
            commit(index);
            tidied = false;
        }
        if (!tidied && System.nanoTime() - refreshedAt > QUIET_NANOS) {
            tidied = true;
            // What was put together meanwhile is used from now on.
            index.refresh();
            index.tidy();
        }
    }

    private void takePending(ArticleIndex index) throws IOException {
        List<Change> some = pending.take(READ);
        while (!some.isEmpty() && !stopped) {
            write(index, some);
            if (pending.isNothingLeft()) {
                rest();
            }
            if (pending.isNothingLeft() || System.nanoTime() - refreshedAt > REFRESH_NANOS) {
                refresh(index);
                List<Change> done = pending.done();
                // While there is something to catch up with, what is older is not yet in the index.
                if (isComplete()) {
                    done.forEach(change -> advance(index, change.changedAt()));
                }
            }
            some = pending.take(READ);
        }
    }

    /** Lets some changes gather while many come one after the other, as letting few be found costs as much as many. */
    private void rest() {
        long until = refreshedAt + Math.min(REST * refreshNanos, REFRESH_NANOS);
        long nanos = until - System.nanoTime();
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }

    /** Goes through every change since the position of the index. */
    private void catchUp(ArticleIndex index) throws IOException {
        int asked = catchUpsAsked.get();
        long begun = System.nanoTime();
        int count = 0;
        Instant since = index.position();
        Instant time = since.equals(Instant.EPOCH) ? since : since.minus(OVERLAP);
        @Nullable String after = null;
        List<Change> part;
        do {
            part = articles.changedSince(time, after, LISTED);
            List<Change> news = notIn(index, part);
            for (int start = 0; start < news.size() && !stopped; start += READ) {
                write(index, news.subList(start, Math.min(news.size(), start + READ)));
                takePending(index);
                if (System.nanoTime() - refreshedAt > REFRESH_NANOS) {
                    refresh(index);
                }
            }
            if (stopped) {
                return;
            }
            count += news.size();
            if (!part.isEmpty()) {
                Change last = part.get(part.size() - 1);
                time = last.changedAt();
                after = last.id();
                advance(index, time);
            }
            if (System.nanoTime() - committedAt > COMMIT_NANOS) {
                commit(index);
            }
        } while (part.size() == LISTED);
        refresh(index);
        commit(index);
        warm(index);
        catchUpsDone = asked;
        pauseNanos = 0;
        long millis = (System.nanoTime() - begun) / 1_000_000;
        LOG.log(Level.INFO, "The search index took in {0} changes in {1} ms and holds {2} articles", new Object[] {
            count, millis, index.size()
        });
    }

    /** Searches once, as the first search after a start takes long. */
    private static void warm(ArticleIndex index) throws IOException {
        IndexSearcher searcher = index.acquire();
        try {
            SearchQuery query = new SearchQuery("a \"the\"", null, null, null, null, SearchOrder.RELEVANCE, 0, 1);
            new ArticleSearch(searcher.getIndexReader(), query, Instant.now()).result(id -> false, true);
        } finally {
            index.release(searcher);
        }
    }

    /** A writer whose clock is ahead does not move the index past what others write meanwhile. */
    private static void advance(ArticleIndex index, Instant time) {
        Instant now = Instant.now();
        index.advance(time.isAfter(now) ? now : time);
    }

    private static List<Change> notIn(ArticleIndex index, List<Change> changes) throws IOException {
        Map<String, Long> versions =
                index.versions(changes.stream().map(Change::id).toList());
        List<Change> news = new ArrayList<>();
        for (Change change : changes) {
            Long known = versions.get(change.id());
            if (change.approved() ? known == null || known != change.version() : known != null) {
                news.add(change);
            }
        }
        return news;
    }

    /** Writes the articles as they are now; what of them is not approved is removed. */
    private void write(ArticleIndex index, List<Change> changes) throws IOException {
        List<String> gone = new ArrayList<>(changes.stream().map(Change::id).toList());
        // Whatever the changes tell, as they may be old by now.
        for (Article article :
                articles.approved(gone.stream().map(ArticleId::new).toList())) {
            gone.remove(article.id().value());
            try {
                index.put(article);
            } catch (IllegalArgumentException unfit) {
                LOG.log(Level.SEVERE, unfit, () -> "The article " + article.slug() + " cannot be searched");
            }
        }
        for (String id : gone) {
            index.remove(id);
        }
    }

    private void refresh(ArticleIndex index) throws IOException {
        long begun = System.nanoTime();
        index.refresh();
        refreshedAt = System.nanoTime();
        refreshNanos = refreshedAt - begun;
    }

    private void commit(ArticleIndex index) throws IOException {
        index.commit();
        committedAt = System.nanoTime();
    }
}
