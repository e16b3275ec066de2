package org.ardina.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.ardina.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the paper in a Lucene index. One thread at a time writes, any number read. What was written is found
 * after {@link #refresh} and outlives the process after {@link #commit}.
 */
final class ArticleIndex {

    private static final Logger LOG = Logger.getLogger(ArticleIndex.class.getName());
    private static final String FORM = "form";
    private static final String POSITION = "position";
    private static final double BUFFER_MEGABYTES = 8;

    /** Few segments, as every word is looked up in each. */
    private static final int SEGMENTS_PER_TIER = 6;

    /** New segments up to that size stay in memory until they are merged or committed: an import makes hundreds. */
    private static final double SMALL_MEGABYTES = 2;

    private static final double CACHED_MEGABYTES = 8;

    private static final int MOST_SEGMENTS = 3;

    /** Putting more articles than this together takes minutes. */
    private static final int MOST_TIDIED = 100_000;

    private static final long LARGEST_SEGMENT_MEGABYTES = 1024;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final String form;
    private Instant position;
    private boolean written;

    private ArticleIndex(
            Path folder,
            Directory directory,
            IndexWriter writer,
            SearcherManager searchers,
            String form,
            Instant position) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.form = form;
        this.position = position;
    }

    /**
     * Opens the index in a folder, an empty one where there is none, and checks the sums of all its files.
     *
     * @param form of what is in it, and where that is from
     * @throws LockObtainFailedException if another process has it open
     * @throws IOException or any {@link RuntimeException} if it is damaged or of another form
     */
    static ArticleIndex open(Path folder, String form) throws IOException {
        Directory directory = new NRTCachingDirectory(new MMapDirectory(folder), SMALL_MEGABYTES, CACHED_MEGABYTES);
        @Nullable IndexWriter writer = null;
        boolean opened = false;
        try {
            TieredMergePolicy merging = new TieredMergePolicy();
            merging.setSegmentsPerTier(SEGMENTS_PER_TIER);
            merging.setMaxMergedSegmentMB(LARGEST_SEGMENT_MEGABYTES);
            IndexWriterConfig configuration = new IndexWriterConfig(new WordAnalyzer(Stemming.NONE));
            configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
            configuration.setMergePolicy(merging);
            // A commit says how far the index is, so that nothing is committed that does not.
            configuration.setCommitOnClose(false);
            writer = new IndexWriter(directory, configuration);
            SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
            Instant position = position(writer, form);
            ArticleIndex index = new ArticleIndex(folder, directory, writer, searchers, form, position);
            index.check();
            opened = true;
            return index;
        } finally {
            if (!opened) {
                closeQuietly(writer);
                closeQuietly(directory);
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Every change up to then is in the index, but for those that the change feed looks back for. */
    Instant position() {
        return position;
    }

    /** Moves the position on; it never goes back. */
    void advance(Instant time) {
        if (time.isAfter(position)) {
            position = time;
            written = true;
        }
    }

    /** Writes an approved article, in the place of an older version. */
    void put(Article article) throws IOException {
        Instant publishedAt = article.publishedAt();
        if (publishedAt != null) {
            writer.updateDocument(
                    IndexedArticle.identity(article.id().value()), IndexedArticle.write(article, publishedAt));
            written = true;
        }
    }

    void remove(String id) throws IOException {
        writer.deleteDocuments(IndexedArticle.identity(id));
        written = true;
    }

    /** Lets searches find what was written. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /**
     * Has segments put together where there are more than a few, as every word is looked up in each. That goes on in the
     * background.
     */
    void tidy() throws IOException {
        if (segments() > MOST_SEGMENTS && size() <= MOST_TIDIED) {
            writer.forceMerge(1, false);
            written = true;
        }
    }

    private int segments() throws IOException {
        IndexSearcher searcher = acquire();
        try {
            return searcher.getIndexReader().leaves().size();
        } finally {
            release(searcher);
        }
    }

    /** Makes what was written outlive the process, with its position. */
    void commit() throws IOException {
        if (written) {
            written = false;
            writer.setLiveCommitData(
                    Map.of(FORM, form, POSITION, position.toString()).entrySet());
            writer.commit();
        }
    }

    /** The versions in which these articles are found, by their ids; those that are not there are left out. */
    Map<String, Long> versions(List<String> ids) throws IOException {
        Map<String, Long> versions = new HashMap<>();
        IndexSearcher searcher = acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                for (String id : ids) {
                    PostingsEnum postings = leaf.reader().postings(IndexedArticle.identity(id), PostingsEnum.NONE);
                    int document = postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
                    while (document != DocIdSetIterator.NO_MORE_DOCS) {
                        NumericDocValues values = leaf.reader().getNumericDocValues(IndexFields.VERSION);
                        boolean live = leaf.reader().getLiveDocs() == null
                                || leaf.reader().getLiveDocs().get(document);
                        if (live && values.advanceExact(document)) {
                            versions.put(id, values.longValue());
                        }
                        document = postings.nextDoc();
                    }
                }
            }
        } finally {
            release(searcher);
        }
        return versions;
    }

    /** The index as it is now; to be given back. */
    IndexSearcher acquire() throws IOException {
        return searchers.acquire();
    }

    void release(IndexSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    /** How many articles are found. */
    int size() throws IOException {
        IndexSearcher searcher = acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            release(searcher);
        }
    }

    /** Gives the folder free. What was not committed is lost. */
    void close() {
        closeQuietly(searchers);
        try {
            writer.rollback();
        } catch (IOException | RuntimeException | InternalError damaged) {
            closeQuietly(writer);
        }
        closeQuietly(directory);
    }

    /** Reads all files and compares their sums.
     *
     * @throws IOException if one is not what was written */
    void check() throws IOException {
        IndexSearcher searcher = acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                ((CodecReader) leaf.reader()).checkIntegrity();
            }
        } finally {
            release(searcher);
        }
    }

    private static Instant position(IndexWriter writer, String form) throws IOException {
        Map<String, String> commit = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> commit.put(entry.getKey(), entry.getValue()));
        }
        if (commit.isEmpty() && writer.getDocStats().maxDoc == 0) {
            return Instant.EPOCH;
        }
        if (!form.equals(commit.get(FORM))) {
            throw new IOException("The index is of " + commit.get(FORM) + ", not of " + form);
        }
        return Instant.parse(commit.getOrDefault(POSITION, ""));
    }

    private static void closeQuietly(@Nullable AutoCloseable part) {
        if (part != null) {
            try {
                part.close();
            } catch (Exception | InternalError damaged) {
                LOG.log(Level.FINE, "A part of the search index could not be closed; nobody uses it any more", damaged);
            }
        }
    }
}
