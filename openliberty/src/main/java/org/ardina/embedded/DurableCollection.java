package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** A collection that keeps its documents as {@link Bson} in the order of their identifiers. */
final class DurableCollection extends AbstractMongoCollection<Position> {

    private final OrderedMap documents;
    private final ScanLog scans;
    private final PrimaryIndex naturalOrder;
    private final List<AccessPath> paths = new CopyOnWriteArrayList<>();

    DurableCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            OrderedMap documents,
            ScanLog scans) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.scans = scans;
        this.naturalOrder = new PrimaryIndex(documents, "_id_", List.of(new IndexKey("_id", true)));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        if (batchSize == 0) {
            Matches all = matches(query, orderBy, WantedFields.ALL, skip, limit);
            return new QueryResult(() -> all);
        }
        Matches matches = matches(query, orderBy, WantedFields.ofProjection(query, projection), skip, limit);
        MatchesCursor cursor = new MatchesCursor(cursorRegistry.generateCursorId(), matches, project(projection));
        List<Document> firstBatch = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(firstBatch);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(firstBatch, cursor);
    }

    private UnaryOperator<List<Document>> project(@Nullable Document projection) {
        return batch -> matchDocumentsFromStream(new Document(), batch.stream(), 0, 0, 0, null, projection)
                .collectDocuments();
    }

    private Matches matches(Document query, @Nullable Document orderBy, WantedFields wanted, int skip, int limit) {
        // The server's own matcher remembers where it matched, so that threads must not share one.
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        Predicate<Document> filter = document -> matcher.matches(document, query);
        QueryPlan plan = plan(query, orderBy);
        Candidates candidates = plan.candidates();
        if (!plan.sorted() && deriveComparator(orderBy) != null) {
            Document order = Objects.requireNonNull(orderBy);
            candidates = new SortedCandidates(candidates, documents, order, filter, WantedFields.of(query, order));
        }
        return new Matches(candidates, documents, filter, wanted, skip, limit);
    }

    private QueryPlan plan(Document query, @Nullable Document orderBy) {
        if (orderBy != null && orderBy.containsKey("$natural")) {
            return QueryPlan.scan(naturalOrder, isNaturalDescending(orderBy));
        }
        QueryConditions conditions = new QueryConditions(query);
        QueryPlan best = null;
        for (AccessPath path : paths) {
            QueryPlan plan = new Planner(path, conditions, orderBy).plan();
            if (plan != null && (best == null || plan.merit() > best.merit())) {
                best = plan;
            }
        }
        if (best == null) {
            best = QueryPlan.scan(naturalOrder, false);
        }
        if (!best.bounded()) {
            scans.scanned(getFullName(), query, best.sorted() ? null : orderBy);
        }
        return best;
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        QueryPlan plan = plan(query, null);
        int count = 0;
        if (plan.exact()) {
            Candidates candidates = plan.candidates();
            while (candidates.next() != null) {
                count++;
            }
            count = Math.max(0, count - skip);
            return limit > 0 ? Math.min(limit, count) : count;
        }
        WantedFields wanted = WantedFields.of(query, new Document());
        Matches matches = matches(query, null, wanted, skip, Math.max(0, limit));
        while (matches.hasNext()) {
            matches.next();
            count++;
        }
        return count;
    }

    @Override
    public void addIndex(Index<Position> index) {
        boolean known =
                getIndexes().stream().anyMatch(existing -> existing.getName().equals(index.getName()));
        if (!known && index instanceof OrderedIndex ordered && !ordered.isBuilt()) {
            build(ordered);
        }
        super.addIndex(index);
        if (!known && index instanceof AccessPath path) {
            paths.add(path);
        }
    }

    private void build(OrderedIndex index) {
        try {
            streamAllDocumentsWithPosition()
                    .forEach(found -> index.add(found.getDocument(), found.getPosition(), this));
        } catch (MongoServerError e) {
            index.clear();
            throw new IndexBuildFailedException(e, this);
        }
        index.markBuilt();
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        paths.removeIf(path -> path instanceof Index<?> index && index.getName().equals(name));
    }

    @Override
    protected Position addDocumentInternal(Document document) {
        String idField = getIdField();
        Position position = idField == null ? nextPosition() : Position.of(document.get(idField));
        documents.put(position.key(), Bson.encode(document));
        return position;
    }

    /** The position after all others, for the server's own collections without identifiers. */
    private Position nextPosition() {
        Cursor<byte[], byte[]> last = documents.cursor(null, null, true);
        long number = last == null || !last.hasNext()
                ? 0
                : ByteBuffer.wrap(last.next()).getLong() + 1;
        return new Position(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    @Override
    protected void handleUpdate(Position position, Document oldDocument, Document newDocument) {
        documents.put(position.key(), Bson.encode(newDocument));
    }

    @Override
    protected void removeDocument(Position position) {
        documents.remove(position.key());
    }

    @Override
    protected Document getDocument(Position position) {
        return Bson.decode(Objects.requireNonNull(documents.get(position.key())));
    }

    @Override
    protected Stream<DocumentWithPosition<Position>> streamAllDocumentsWithPosition() {
        Candidates all = QueryPlan.scan(naturalOrder, false).candidates();
        return Stream.iterate(all.next(), Objects::nonNull, previous -> all.next())
                .map(found -> new DocumentWithPosition<>(getDocument(found.position()), found.position()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.size());
    }

    /** Not kept: a counter would cost every command the rewriting of one more page. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    protected void updateDataSize(int difference) {
        // See tracksDataSize.
    }
}
