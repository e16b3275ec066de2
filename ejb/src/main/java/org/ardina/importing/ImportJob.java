package org.ardina.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.article.Slug;
import org.ardina.job.JobHandler;
import org.ardina.job.Lease;
import org.ardina.job.WorkInterruptedException;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file of an import and takes its items, some at a time; while one batch is stored the next ones are prepared on
 * other threads. After each batch the number of items done is saved; a worker that takes the job over skips that many and
 * goes on.
 */
@ApplicationScoped
class ImportJob implements JobHandler {

    static final String KIND = "import";

    private static final int BATCH = 100;

    /** A batch of long texts is complete earlier: several batches are in memory at the same time. */
    private static final long BATCH_CHARACTERS = 4_000_000;

    /** Batches that are prepared, or are being, while one is stored. */
    private static final int AHEAD = 2;

    private static final Logger LOG = Logger.getLogger(ImportJob.class.getName());

    @Inject
    private ImportRepository repository;

    @Inject
    private ImportBatch batch;

    @Inject
    private Topics topics;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String subject, Lease lease) {
        Optional<ImportStatus> found = repository.find(subject);
        Optional<String> file = repository.findFile(subject);
        if (found.isEmpty() || file.isEmpty()) {
            return;
        }
        ImportStatus status = found.get();
        LOG.log(Level.INFO, "Import {0} of {1} begins behind item {2}", new Object[] {
            subject, status.fileName(), status.counts().read()
        });
        try {
            Path spooled = Files.createTempFile("ardina-import-", null);
            try {
                repository.copyFile(file.get(), spooled);
                lease.renew();
                String error = read(status, new SpooledFile(spooled), lease);
                repository.finish(subject, error == null ? ImportState.FINISHED : ImportState.FAILED, error);
                repository.deleteFile(file.get());
                LOG.log(Level.INFO, "Import {0} ended{1}", new Object[] {subject, error == null ? "" : ": " + error});
            } finally {
                Files.delete(spooled);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException("The file of an import could not be kept on this machine", disk);
        }
    }

    /** Reads on from where the import is, and returns why the file could not be read to its end. */
    private @Nullable String read(ImportStatus status, SpooledFile file, Lease lease) throws IOException {
        Progress progress = new Progress(status, file, lease);
        String error = null;
        try (ArticleSource source = SourceFormats.open(file, status.format())) {
            skip(source, status.counts().read());
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                progress.add(item);
            }
        } catch (SourceException unreadable) {
            error = unreadable.getMessage();
            progress.add(new UnusableItem(
                    "the file from here on", UnusableItem.Outcome.FAILED, String.valueOf(unreadable.getMessage())));
        }
        progress.finish();
        topics.recount(progress.touchedTopics);
        return error;
    }

    private static void skip(ArticleSource source, long items) throws IOException {
        long skipped = 0;
        while (skipped < items && source.next() != null) {
            skipped++;
        }
    }

    /** How far the reading is: items that were read, the batch that is being prepared, the counts of those taken. */
    private final class Progress {

        private final ImportStatus status;
        private final SpooledFile file;
        private final Lease lease;
        private final Set<Slug> touchedTopics = new HashSet<>();
        private Map<Long, SourceItem> waiting = new TreeMap<>();
        private final Deque<Future<ImportBatch.Preparation>> preparing = new ArrayDeque<>();
        private long characters;
        private ImportCounts counts;
        private long read;

        Progress(ImportStatus status, SpooledFile file, Lease lease) {
            this.status = status;
            this.file = file;
            this.lease = lease;
            this.counts = status.counts();
            this.read = counts.read();
        }

        void add(SourceItem item) {
            read++;
            waiting.put(read, item);
            characters += item instanceof SourceArticle article ? article.body().length() : 0;
            if (waiting.size() == BATCH || characters >= BATCH_CHARACTERS) {
                preparing.add(prepare());
                if (preparing.size() > AHEAD) {
                    save(preparing.remove());
                }
            }
        }

        void finish() {
            preparing.add(prepare());
            while (!preparing.isEmpty()) {
                save(preparing.remove());
            }
        }

        private void save(Future<ImportBatch.Preparation> preparation) {
            ImportBatch.Result result = batch.take(status.id(), status.dryRun(), await(preparation), touchedTopics);
            repository.saveProblems(status.id(), result.problems());
            lease.renew();
            counts = counts.plus(result.counts());
            repository.saveProgress(status.id(), counts, file.fraction());
        }

        private Future<ImportBatch.Preparation> prepare() {
            Map<Long, SourceItem> items = waiting;
            waiting = new TreeMap<>();
            characters = 0;
            try {
                return executor.submit(() -> ImportBatch.prepare(status.id(), items));
            } catch (RejectedExecutionException stopped) {
                throw new WorkInterruptedException(stopped);
            }
        }

        private static ImportBatch.Preparation await(Future<ImportBatch.Preparation> preparation) {
            try {
                return preparation.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new WorkInterruptedException(stopped);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("Items of an import could not be prepared", failed.getCause());
            }
        }
    }
}
