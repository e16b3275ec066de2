package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values written as bytes whose unsigned order is the order of the values, as {@link
 * de.bwaldvogel.mongo.backend.ValueComparator} defines it. Values that the server takes for equal have equal bytes, and
 * no value's bytes begin with those of another, so that values can follow one another.
 */
final class SortableBytes {

    private static final int END = 0;
    private static final int NEXT = 1;

    private byte[] bytes = new byte[64];
    private int length;

    static byte[] of(@Nullable Object value) {
        return new SortableBytes().append(value, true).toByteArray();
    }

    SortableBytes append(@Nullable Object value, boolean ascending) {
        int start = length;
        append(value);
        if (!ascending) {
            invert(bytes, start, length);
        }
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    static void invert(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
    }

    private void append(@Nullable Object value) {
        put(ValueType.of(value).code());
        if (value instanceof Number number) {
            putNumber(number);
        } else if (value instanceof String string) {
            putString(string);
        } else if (value instanceof Document document) {
            putDocument(document);
        } else if (value instanceof Collection<?> array) {
            putArray(array);
        } else if (value instanceof BinData binary) {
            putBinary(binary.getData());
        } else if (value instanceof LegacyUUID uuid) {
            putLong(uuid.getUuid().getMostSignificantBits());
            putLong(uuid.getUuid().getLeastSignificantBits());
        } else if (value instanceof UUID uuid) {
            putUuid(uuid);
        } else if (value instanceof ObjectId identifier) {
            putAll(identifier.toByteArray());
        } else if (value instanceof Boolean bool) {
            put(bool ? 1 : 0);
        } else if (value instanceof Instant date) {
            putLong(date.toEpochMilli());
        } else if (value instanceof BsonTimestamp timestamp) {
            putLong(timestamp.getValue());
        } else if (value instanceof BsonRegularExpression expression) {
            putString(expression.toString());
        }
    }

    /** The value as a double, and as a long to tell apart the longs that a double cannot. */
    private void putNumber(Number number) {
        double value = number.doubleValue() + 0.0;
        long bits = Double.doubleToLongBits(value);
        putLong(bits >= 0 ? bits : bits ^ Long.MAX_VALUE);
        putLong(number instanceof Long exact ? exact : (long) value);
    }

    /** The UTF-16 units, each in the form of UTF-8: {@link String#compareTo} compares units, not code points. */
    private void putString(String string) {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (unit == 0) {
                put(END);
                put(0xFF);
            } else if (unit < 0x80) {
                put(unit);
            } else if (unit < 0x800) {
                put(0xC0 | (unit >> 6));
                put(0x80 | (unit & 0x3F));
            } else {
                put(0xE0 | (unit >> 12));
                put(0x80 | ((unit >> 6) & 0x3F));
                put(0x80 | (unit & 0x3F));
            }
        }
        put(END);
        put(END);
    }

    private void putDocument(Document document) {
        document.forEach((name, value) -> {
            put(ValueType.of(value).code());
            putString(name);
            append(value);
        });
        put(END);
    }

    private void putArray(Collection<?> values) {
        for (Object value : values) {
            put(NEXT);
            append(value);
        }
        put(END);
    }

    private void putBinary(byte[] data) {
        putLong(data.length);
        putAll(data);
    }

    /** The halves without a sign, unlike those of a {@link LegacyUUID}. */
    private void putUuid(UUID uuid) {
        putLong(uuid.getMostSignificantBits() ^ Long.MIN_VALUE);
        putLong(uuid.getLeastSignificantBits() ^ Long.MIN_VALUE);
    }

    private void putLong(long value) {
        long unsigned = value ^ Long.MIN_VALUE;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            put((int) (unsigned >> shift));
        }
    }

    private void putAll(byte[] values) {
        for (byte value : values) {
            put(value);
        }
    }

    private void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }
}
