package org.ardina.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

class PageCodecTest {

    private final PageMaker maker = new PageMaker(new PageConfiguration(MapConfig.settings()), () -> 1);
    private final Generation generation = new Generation("epoch", 7);
    private final CachedPage page = maker.make(
            PageContent.page(
                    "text/html",
                    "é".repeat(1000).getBytes(UTF_8),
                    List.of(new Hole("reader", 10, 20), new Hole("likes", 100, 100)),
                    List.of("front", "article:1")),
            generation,
            1_000,
            3);

    @Test
    void readsWhatItWrote() {
        CachedPage read = Objects.requireNonNull(PageCodec.read(PageCodec.write(page, generation)));
        assertThat(read.head()).isEqualTo(page.head());
        assertThat(read.lifetime()).isEqualTo(page.lifetime());
        assertThat(read.marks()).isEqualTo(page.marks());
        assertThat(read.generation()).isEqualTo(generation);
        for (Encoding encoding : List.of(Encoding.GZIP, Encoding.IDENTITY)) {
            assertThat(Objects.requireNonNull(read.variant(encoding)).bytes())
                    .isEqualTo(Objects.requireNonNull(page.variant(encoding)).bytes());
        }
    }

    @Test
    void keepsHoles() {
        CachedPage read = Objects.requireNonNull(PageCodec.read(PageCodec.write(page, generation)));
        assertThat(read.hasHoles()).isTrue();
        for (Encoding encoding : List.of(Encoding.GZIP, Encoding.IDENTITY)) {
            assertThat(read.filled(encoding, name -> name.getBytes(UTF_8)))
                    .isEqualTo(page.filled(encoding, name -> name.getBytes(UTF_8)));
        }
        assertThat(new String(read.filled(Encoding.IDENTITY, name -> name.getBytes(UTF_8)), UTF_8))
                .startsWith("é".repeat(5) + "reader" + "é".repeat(40) + "likes" + "é");
    }

    @Test
    void keepsWhereAPageHasMoved() {
        CachedPage moved = maker.make(PageContent.moved("/articles/new", List.of()), generation, 1_000, 1);
        assertThat(Objects.requireNonNull(PageCodec.read(PageCodec.write(moved, generation)))
                        .location())
                .isEqualTo("/articles/new");
    }

    @Test
    void ignoresWhatItCannotRead() {
        byte[] bytes = PageCodec.write(page, generation);
        for (int length = 0; length < bytes.length; length += 7) {
            assertThat(PageCodec.read(Arrays.copyOf(bytes, length))).isNull();
        }
        bytes[0]++;
        assertThat(PageCodec.read(bytes)).as("another version").isNull();
    }
}
