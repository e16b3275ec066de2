package org.ardina.embedded;

import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one range of a map, and can go on after a pause where it was. */
final class RangeReader implements Comparable<RangeReader> {

    private final OrderedMap map;
    private final KeyRange range;
    private final boolean backwards;
    private @Nullable Cursor<byte[], byte[]> cursor;
    private byte @Nullable [] key;
    private byte @Nullable [] value;

    RangeReader(OrderedMap map, KeyRange range, boolean backwards) {
        this.map = map;
        this.range = range;
        this.backwards = backwards;
    }

    /** Goes to the next entry; false: there is none. */
    boolean advance() {
        byte[] before = key;
        if (cursor == null) {
            byte[] start = before != null ? before : backwards ? range.to() : range.from();
            cursor = map.cursor(start, backwards ? range.from() : range.to(), backwards);
        }
        while (cursor != null && cursor.hasNext()) {
            byte[] next = cursor.next();
            if (range.endsBefore(next)) {
                if (backwards) {
                    continue;
                }
                return false;
            }
            if (!Arrays.equals(next, before)) {
                key = next;
                value = cursor.getValue();
                return true;
            }
        }
        return false;
    }

    void pause() {
        cursor = null;
    }

    byte[] key() {
        return current(key);
    }

    byte[] value() {
        return current(value);
    }

    private static byte[] current(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("There is no current entry.");
        }
        return bytes;
    }

    @Override
    public int compareTo(RangeReader other) {
        int order = Arrays.compareUnsigned(
                key(), range.sortedFrom(), key().length, other.key(), other.range.sortedFrom(), other.key().length);
        return backwards ? -order : order;
    }
}
