package org.ardina.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damages sound files at random and wants items and clear refusals, nothing else, whatever is damaged. */
class MutatedSourcesTest {

    private static final int CASES = 400;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "wordpress.xml, wxr",
        "ghost.json, ghost",
        "feed.rss, rss",
        "feed.atom, rss",
        "feed.json, rss",
        "articles.jsonl, jsonl"
    })
    void nothingButItemsAndRefusalsComesOut(String name, String format) throws IOException {
        byte[] sound = Reading.resource(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = damage(sound, random);
            assertTimeoutPreemptively(LONGEST, () -> {
                Reading once = Reading.of(() -> new ByteArrayInputStream(damaged), format);
                assertThat(Reading.of(() -> new ByteArrayInputStream(damaged), format))
                        .isEqualTo(once);
            });
        }
    }

    private static byte[] damage(byte[] sound, Random random) {
        byte[] damaged = sound.clone();
        int kind = random.nextInt(4);
        int from = random.nextInt(sound.length);
        int length = Math.min(random.nextInt(40), sound.length - from);
        switch (kind) {
            case 0 -> damaged = Arrays.copyOf(sound, from);
            case 1 -> random.ints(1 + random.nextInt(20), 0, sound.length).forEach(flip(damaged, random));
            case 2 -> System.arraycopy(sound, random.nextInt(sound.length - length), damaged, from, length);
            default -> Arrays.fill(damaged, from, from + length, (byte) random.nextInt(256));
        }
        return damaged;
    }

    private static IntConsumer flip(byte[] bytes, Random random) {
        return position -> bytes[position] = (byte) random.nextInt(256);
    }
}
