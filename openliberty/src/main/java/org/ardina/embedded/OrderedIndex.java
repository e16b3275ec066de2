package org.ardina.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index, unique or not, that keeps one entry for each key of each document, in the order of the fields and then of
 * the documents' positions.
 */
final class OrderedIndex extends Index<Position> implements AccessPath {

    static final int NESTED_ARRAY = 1 << 31;

    private final OrderedMap entries;
    private final OrderedMap catalog;
    private byte[] catalogKey;
    private final boolean unique;
    private final IndexedFields fields;
    private volatile int arrays;

    /** What was checked last, and is stored next. */
    private @Nullable Document checked;

    private SortedMap<byte[], List<@Nullable Object>> checkedKeys = Collections.emptySortedMap();

    OrderedIndex(
            DurableStore store, String mapName, String name, List<IndexKey> fields, boolean unique, boolean sparse) {
        super(name, fields, sparse);
        this.entries = store.map(mapName);
        this.catalog = store.map(DurableDatabase.CATALOG);
        this.catalogKey = mapName.getBytes(StandardCharsets.UTF_8);
        this.unique = unique;
        this.fields = new IndexedFields(fields);
        byte[] known = catalog.get(catalogKey);
        this.arrays = known == null ? 0 : ByteBuffer.wrap(known).getInt();
    }

    /** Whether the index holds all documents of its collection. */
    boolean isBuilt() {
        return catalog.get(catalogKey) != null;
    }

    void markBuilt() {
        catalog.put(
                catalogKey, ByteBuffer.allocate(Integer.BYTES).putInt(arrays).array());
    }

    /** Tells that the map of the entries has another name now. */
    void renamed(String mapName) {
        catalog.remove(catalogKey);
        catalogKey = mapName.getBytes(StandardCharsets.UTF_8);
        markBuilt();
    }

    void clear() {
        entries.clear();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Position> collection) {
        check(document, positionOf(document), collection);
    }

    @Override
    public void add(Document document, Position position, MongoCollection<Position> collection) {
        SortedMap<byte[], List<@Nullable Object>> keys = checkedKeysOf(document);
        checkUnique(keys, position, collection);
        keys.keySet().forEach(key -> put(key, position));
    }

    @Override
    public Position remove(Document document) {
        Position position = positionOf(document);
        keysOf(document).keySet().forEach(key -> entries.remove(KeyRange.join(key, position.key())));
        return position;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Position> collection) {
        if (!fields.areSame(oldDocument, newDocument)) {
            check(newDocument, positionOf(oldDocument), collection);
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Position position, MongoCollection<Position> collection) {
        if (fields.areSame(oldDocument, newDocument)) {
            return;
        }
        SortedMap<byte[], List<@Nullable Object>> before = keysOf(oldDocument);
        SortedMap<byte[], List<@Nullable Object>> after = checkedKeysOf(newDocument);
        for (byte[] key : before.keySet()) {
            if (!after.containsKey(key)) {
                entries.remove(KeyRange.join(key, position.key()));
            }
        }
        for (byte[] key : after.keySet()) {
            if (!before.containsKey(key)) {
                put(key, position);
            }
        }
    }

    private void put(byte[] key, Position position) {
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(key.length).array();
        entries.put(KeyRange.join(key, position.key()), length);
    }

    private void checkUnique(
            SortedMap<byte[], List<@Nullable Object>> keys, Position own, MongoCollection<Position> collection) {
        if (!unique) {
            return;
        }
        keys.forEach((key, values) -> {
            Map.Entry<byte[], byte[]> holder = entries.first(KeyRange.startingWith(key));
            if (holder != null && !position(holder.getKey(), holder.getValue()).equals(own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
            }
        });
    }

    private void check(Document document, Position position, MongoCollection<Position> collection) {
        SortedMap<byte[], List<@Nullable Object>> keys = keysOf(document);
        checkUnique(keys, position, collection);
        checked = document;
        checkedKeys = keys;
    }

    // Comparing all that is in them would cost as much as making the keys.
    @SuppressWarnings("ReferenceEquality")
    private SortedMap<byte[], List<@Nullable Object>> checkedKeysOf(Document document) {
        SortedMap<byte[], List<@Nullable Object>> keys = checked == document ? checkedKeys : keysOf(document);
        checked = null;
        checkedKeys = Collections.emptySortedMap();
        return keys;
    }

    private SortedMap<byte[], List<@Nullable Object>> keysOf(Document document) {
        IndexKeys keys = new IndexKeys(fields, document);
        if ((arrays | keys.arrays()) != arrays) {
            arrays |= keys.arrays();
            if (isBuilt()) {
                markBuilt();
            }
        }
        return isSparse() && !keys.isPresent() ? new TreeMap<>(Arrays::compareUnsigned) : keys.keys();
    }

    @Override
    public Position getPosition(Document document) {
        return positionOf(document);
    }

    private static Position positionOf(Document document) {
        return Position.of(document.get("_id"));
    }

    @Override
    public Candidate candidate(byte[] key, byte[] value) {
        return new Candidate(position(key, value), null);
    }

    private static Position position(byte[] key, byte[] value) {
        return new Position(Arrays.copyOfRange(key, ByteBuffer.wrap(value).getInt(), key.length));
    }

    @Override
    public boolean hasArrays(int field) {
        return (arrays & 1 << field) != 0;
    }

    @Override
    public boolean hasNestedArrays() {
        return (arrays & NESTED_ARRAY) != 0;
    }

    @Override
    public OrderedMap entries() {
        return entries;
    }

    @Override
    public boolean isSparse() {
        return super.isSparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return toIndexDescription().equals(other.toIndexDescription());
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        catalog.remove(catalogKey);
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
}
