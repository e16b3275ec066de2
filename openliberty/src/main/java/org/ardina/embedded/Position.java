package org.ardina.embedded;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a document is kept: its identifier as {@link SortableBytes}. */
final class Position {

    private final byte[] key;

    Position(byte[] key) {
        this.key = key;
    }

    static Position of(@Nullable Object identifier) {
        return new Position(SortableBytes.of(identifier));
    }

    byte[] key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position position && Arrays.equals(key, position.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
