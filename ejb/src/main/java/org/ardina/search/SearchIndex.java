package org.ardina.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.ardina.store.DataDirectory;
import org.ardina.store.MongoConfiguration;
import org.jspecify.annotations.Nullable;

/** The index of this replica: where it lies, and what becomes of it when it is damaged. */
@ApplicationScoped
class SearchIndex {

    private static final Logger LOG = Logger.getLogger(SearchIndex.class.getName());
    private static final String FOLDER = "search";

    /** How many replicas may share a data directory. */
    private static final int FOLDERS = 16;

    @Inject
    private DataDirectory data;

    @Inject
    private MongoConfiguration mongo;

    private volatile @Nullable ArticleIndex current;

    /** The index; absent until it is opened. */
    @Nullable ArticleIndex current() {
        return current;
    }

    /** Opens the index where that has not been done; what is there and damaged is deleted. One thread may do so. */
    ArticleIndex opened() throws IOException {
        ArticleIndex index = current;
        if (index == null) {
            index = open(data.path(), IndexFields.FORM + " " + mongo.place());
            current = index;
        }
        return index;
    }

    /** Deletes an index that turned out to be damaged; {@link #opened} begins another. */
    void discard(ArticleIndex damaged) {
        if (current == damaged) {
            current = null;
            damaged.close();
            try {
                delete(damaged.folder());
            } catch (IOException undeletable) {
                LOG.log(Level.WARNING, "The damaged search index could not be deleted", undeletable);
            }
        }
    }

    void close() {
        ArticleIndex index = current;
        current = null;
        if (index != null) {
            index.close();
        }
    }

    /** Opens the first index below the directory that no other process has open; one of another form begins anew. */
    static ArticleIndex open(Path directory, String form) throws IOException {
        @Nullable LockObtainFailedException last = null;
        for (int number = 1; number <= FOLDERS; number++) {
            Path folder = directory.resolve(number == 1 ? FOLDER : FOLDER + "-" + number);
            try {
                return openOrBegin(folder, form);
            } catch (LockObtainFailedException taken) {
                last = taken;
            }
        }
        throw Objects.requireNonNull(last);
    }

    private static ArticleIndex openOrBegin(Path folder, String form) throws IOException {
        try {
            return ArticleIndex.open(folder, form);
        } catch (LockObtainFailedException taken) {
            throw taken;
        } catch (IOException | RuntimeException | InternalError damaged) {
            LOG.log(
                    Level.WARNING,
                    damaged,
                    () -> "The search index in " + folder + " cannot be used and is built anew");
            delete(folder);
            return ArticleIndex.open(folder, form);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
