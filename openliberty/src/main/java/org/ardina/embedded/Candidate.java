package org.ardina.embedded;

import org.jspecify.annotations.Nullable;

/** A document that may match a query. */
final class Candidate {

    private final Position position;
    private final byte @Nullable [] bytes;

    /** @param bytes the document, if it was at hand */
    Candidate(Position position, byte @Nullable [] bytes) {
        this.position = position;
        this.bytes = bytes;
    }

    Position position() {
        return position;
    }

    /** The document, or null if it is gone. */
    byte @Nullable [] read(OrderedMap documents) {
        return bytes == null ? documents.get(position.key()) : bytes;
    }
}
