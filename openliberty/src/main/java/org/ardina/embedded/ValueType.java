package org.ardina.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kinds of values in the order in which they sort; a missing value sorts as null. */
enum ValueType {
    MIN_KEY(1),
    NULL(2),
    NUMBER(3),
    STRING(4),
    DOCUMENT(5),
    ARRAY(6),
    BINARY(7),
    LEGACY_UUID(8),
    UUID(9),
    OBJECT_ID(10),
    BOOLEAN(11),
    DATE(12),
    TIMESTAMP(13),
    REGULAR_EXPRESSION(14),
    MAX_KEY(15);

    private final byte code;

    ValueType(int code) {
        this.code = (byte) code;
    }

    static ValueType of(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return NULL;
        } else if (value instanceof String) {
            return STRING;
        } else if (value instanceof Number) {
            return NUMBER;
        } else if (value instanceof Instant) {
            return DATE;
        } else if (value instanceof Boolean) {
            return BOOLEAN;
        } else if (value instanceof ObjectId) {
            return OBJECT_ID;
        } else if (value instanceof Document) {
            return DOCUMENT;
        } else if (value instanceof Collection) {
            return ARRAY;
        } else if (value instanceof BinData) {
            return BINARY;
        } else if (value instanceof UUID) {
            return ValueType.UUID;
        } else if (value instanceof LegacyUUID) {
            return LEGACY_UUID;
        } else if (value instanceof BsonTimestamp) {
            return TIMESTAMP;
        } else if (value instanceof BsonRegularExpression) {
            return REGULAR_EXPRESSION;
        } else if (value instanceof MinKey) {
            return MIN_KEY;
        } else if (value instanceof MaxKey) {
            return MAX_KEY;
        }
        throw new BadValueException("cannot index a value of " + value.getClass());
    }

    /** Whether values of this kind can bound a range: one of another kind never lies within it. */
    boolean isScalar() {
        return switch (this) {
            case MIN_KEY, NULL, DOCUMENT, ARRAY, REGULAR_EXPRESSION, MAX_KEY -> false;
            case NUMBER, STRING, BINARY, LEGACY_UUID, UUID, OBJECT_ID, BOOLEAN, DATE, TIMESTAMP -> true;
        };
    }

    /** A number that is greater for a kind that sorts later. */
    byte code() {
        return code;
    }
}
