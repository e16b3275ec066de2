package org.ardina.embedded;

import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** A named map of the store from keys, in the order of their bytes, to values. */
final class OrderedMap {

    private static final MVMap.Builder<byte[], byte[]> BUILDER =
            new MVMap.Builder<byte[], byte[]>().keyType(OrderedBytes.INSTANCE).valueType(ByteArrayDataType.INSTANCE);

    private final MVMap<byte[], byte[]> map;

    OrderedMap(DurableStore store, String name) {
        this.map = store.file().openMap(name, BUILDER);
    }

    byte @Nullable [] get(byte[] key) {
        RootReference<byte[], byte[]> root = root();
        return root == null ? null : map.get(root.root, key);
    }

    /** Returns what the key stood for before. */
    byte @Nullable [] put(byte[] key, byte[] value) {
        return map.put(key, value);
    }

    /** Returns what the key stood for. */
    byte @Nullable [] remove(byte[] key) {
        return map.remove(key);
    }

    void clear() {
        map.clear();
    }

    long size() {
        RootReference<byte[], byte[]> root = root();
        return root == null ? 0 : root.getTotalCount();
    }

    /**
     * A cursor from one key to another.
     *
     * @param first where to start (inclusive); null: at the first key, or the last when going backwards
     * @param last where to end (inclusive); null: at the last key, or the first when going backwards
     */
    @Nullable Cursor<byte[], byte[]> cursor(byte @Nullable [] first, byte @Nullable [] last, boolean backwards) {
        RootReference<byte[], byte[]> root = root();
        return root == null ? null : map.cursor(root, first, last, backwards);
    }

    /** The first entry of a range, if there is one. */
    Map.@Nullable Entry<byte[], byte[]> first(KeyRange range) {
        Cursor<byte[], byte[]> cursor = cursor(range.from(), range.to(), false);
        if (cursor == null || !cursor.hasNext()) {
            return null;
        }
        byte[] key = cursor.next();
        return range.endsBefore(key) ? null : Map.entry(key, cursor.getValue());
    }

    MVMap<byte[], byte[]> map() {
        return map;
    }

    private @Nullable RootReference<byte[], byte[]> root() {
        Snapshot snapshot = Snapshot.ofThisThread();
        return snapshot == null ? map.getRoot() : snapshot.root(this);
    }
}
