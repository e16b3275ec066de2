package org.ardina.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoledGzipTest {

    @Test
    void withoutHolesIsOrdinaryGzip() throws IOException {
        byte[] page = "A page like all others".repeat(500).getBytes(UTF_8);
        HoledGzip gzip = HoledGzip.compress(page, List.of());
        assertThat(inflate(gzip.bytes())).isEqualTo(page);
        assertThat(inflate(gzip.filled(name -> new byte[0]))).isEqualTo(page);
        assertThat(gzip.bytes()).hasSizeLessThan(500);
    }

    @Test
    void fillsAHole() throws IOException {
        byte[] page = "Good morning, reader! The ferry waits.".getBytes(UTF_8);
        HoledGzip gzip = HoledGzip.compress(page, List.of(new Hole("reader", 14, 20)));
        assertThat(inflate(gzip.bytes())).isEqualTo(page);
        byte[] name = "João".getBytes(UTF_8);
        String filled = "Good morning, João! The ferry waits.";
        assertThat(new String(inflate(gzip.filled(hole -> name)), UTF_8)).isEqualTo(filled);
        assertThat(new String(gzip.filled(page, hole -> name), UTF_8)).isEqualTo(filled);
    }

    /** The checksum and the length at the end are checked by whoever inflates. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fillsAnyHolesOfAnyPage(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] page = new byte[random.nextInt(1 << random.nextInt(17))];
            for (int i = 0; i < page.length; i++) {
                page[i] = (byte) ('a' + random.nextInt(1 + round % 26));
            }
            int[] ends = random.ints(2L * random.nextInt(4), 0, page.length + 1)
                    .sorted()
                    .toArray();
            List<Hole> holes = new ArrayList<>();
            for (int i = 0; i < ends.length; i += 2) {
                holes.add(new Hole("hole " + i, ends[i], ends[i + 1]));
            }
            byte[] filling = new byte[random.nextInt(1 << random.nextInt(14))];
            random.nextBytes(filling);
            HoledGzip gzip = HoledGzip.compress(page, holes);
            assertThat(inflate(gzip.bytes())).isEqualTo(page);
            assertThat(inflate(gzip.filled(hole -> filling))).isEqualTo(gzip.filled(page, hole -> filling));
        }
    }

    @Test
    void refusesMoreThanAHoleTakes() {
        HoledGzip gzip = HoledGzip.compress(new byte[10], List.of(new Hole("reader", 3, 3)));
        assertThatThrownBy(() -> gzip.filled(hole -> new byte[1 << 16])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] inflate(byte[] gzip) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return stream.readAllBytes();
        }
    }
}
