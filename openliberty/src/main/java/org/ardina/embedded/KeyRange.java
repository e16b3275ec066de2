package org.ardina.embedded;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The keys from one (inclusive) to another (exclusive; null: to the end). */
final class KeyRange {

    static final KeyRange ALL = new KeyRange(new byte[0], null, 0);

    private final byte[] from;
    private final byte @Nullable [] to;
    private final int sortedFrom;

    /**
     * @param sortedFrom how many leading bytes are the same in all keys of the range, so that keys of several ranges
     *     can be merged by the bytes that follow
     */
    KeyRange(byte[] from, byte @Nullable [] to, int sortedFrom) {
        this.from = from;
        this.to = to;
        this.sortedFrom = sortedFrom;
    }

    byte[] from() {
        return from;
    }

    byte @Nullable [] to() {
        return to;
    }

    int sortedFrom() {
        return sortedFrom;
    }

    static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, after(prefix), 0);
    }

    /** The first key after all those that start with the given bytes; null if there is none. */
    static byte @Nullable [] after(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, last + 1);
                next[last]++;
                return next;
            }
        }
        return null;
    }

    /** Whether the range has ended before a key. */
    boolean endsBefore(byte[] key) {
        return to != null && Arrays.compareUnsigned(key, to) >= 0;
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
