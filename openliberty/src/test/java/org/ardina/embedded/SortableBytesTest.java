package org.ardina.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SortableBytesTest {

    private static final List<Object> VALUES = List.of(
            MinKey.getInstance(),
            Missing.getInstance(),
            Long.MIN_VALUE,
            -3_000_000_000L,
            -1.5,
            -1,
            -0.0,
            0,
            0L,
            Double.MIN_VALUE,
            0.5,
            1,
            1.0,
            2L,
            255,
            256,
            9_007_199_254_740_993L,
            9_007_199_254_740_994L,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE,
            "",
            "\u0000",
            "\u0000a",
            "a",
            "a\u0000",
            "aa",
            "b",
            "\u007F",
            "\u0080",
            "é",
            "\u07FF",
            "\u0800",
            "\uD83D\uDE00",
            "\uFFFD",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("a", 2),
            new Document("b", 1),
            new Document("a", "x"),
            new BinData(new byte[] {}),
            new BinData(new byte[] {0}),
            new BinData(new byte[] {(byte) 0xFF}),
            new BinData(new byte[] {0, 0}),
            new UUID(-1, 5),
            new UUID(0, -5),
            new UUID(0, 5),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000000"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.EPOCH,
            Instant.ofEpochMilli(1_800_000_000_000L),
            new BsonTimestamp(1),
            new BsonTimestamp(2),
            MaxKey.getInstance());

    @Test
    void sortAsTheServerSorts() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                int expected = Integer.signum(ValueComparator.asc().compare(one, other));
                assertThat(compare(one, other, true)).as("%s, %s", one, other).isEqualTo(expected);
                assertThat(compare(one, other, false)).as("%s, %s", one, other).isEqualTo(-expected);
            }
        }
    }

    @Test
    void neverBeginWithThoseOfAnotherValue() {
        for (Object one : VALUES) {
            for (Object other : VALUES) {
                byte[] bytes = SortableBytes.of(one);
                byte[] others = SortableBytes.of(other);
                boolean begins =
                        others.length > bytes.length && Arrays.equals(bytes, Arrays.copyOf(others, bytes.length));
                assertThat(begins).as("%s, %s", one, other).isFalse();
            }
        }
    }

    private static int compare(Object one, Object other, boolean ascending) {
        byte[] bytes = new SortableBytes().append(one, ascending).toByteArray();
        byte[] others = new SortableBytes().append(other, ascending).toByteArray();
        return Integer.signum(Arrays.compareUnsigned(bytes, others));
    }
}
