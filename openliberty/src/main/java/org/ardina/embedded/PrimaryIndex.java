package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;

/** The unique index of the identifiers, which is the map of the documents itself. */
final class PrimaryIndex extends Index<Position> implements AccessPath {

    private final OrderedMap documents;

    PrimaryIndex(OrderedMap documents, String name, List<IndexKey> fields) {
        super(name, fields, false);
        this.documents = documents;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Position> collection) {
        if (documents.get(getPosition(document).key()) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, Position position, MongoCollection<Position> collection) {
        // The document has just been put into the map.
    }

    @Override
    public Position remove(Document document) {
        return getPosition(document);
    }

    @Override
    public Position getPosition(Document document) {
        return Position.of(document.get("_id"));
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Position> collection) {
        // An identifier never changes.
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Position position, MongoCollection<Position> collection) {
        // An identifier never changes.
    }

    @Override
    public Candidate candidate(byte[] key, byte[] value) {
        return new Candidate(new Position(key), value);
    }

    @Override
    public OrderedMap entries() {
        return documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public boolean isSparse() {
        return false;
    }

    @Override
    public boolean hasArrays(int field) {
        return false;
    }

    @Override
    public boolean hasNestedArrays() {
        return false;
    }

    @Override
    public long getCount() {
        return documents.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Queries are planned by the collection, see {@link QueryPlan}. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Position> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drop() {
        // The documents are dropped with their collection.
    }
}
