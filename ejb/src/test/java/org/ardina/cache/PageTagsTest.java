package org.ardina.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTagsTest {

    @Test
    void spreadsMarksEvenly() {
        int[] marks = PageTags.marks(IntStream.range(0, 10_000)
                .mapToObj(i -> PageTags.article("%024x".formatted(i)))
                .toList());
        // Of 10,000 throws into 65,536 places about 9,280 are different.
        assertThat(marks).hasSizeGreaterThan(9_150).isSorted();
        assertThat(marks[marks.length - 1]).isLessThan(PageTags.MARKS);
    }

    @Test
    void marksStayTheSameFromReleaseToRelease() {
        // Replicas of two releases share one Redis while one replaces the other.
        assertThat(PageTags.marks(List.of("front"))).isEqualTo(PageTags.marks(List.of("front")));
        assertThat(PageTags.marks(List.of("front", "latest", "front"))).hasSize(2);
    }

    @Test
    void aHeaderThatWouldBeTooLongSaysSo() {
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tags.add(PageTags.article("%024x".formatted(i)));
        }
        assertThat(PageTags.header(tags)).hasSizeLessThan(1100).endsWith(" " + PageTags.MANY);
        assertThat(PageTags.header(List.of("front", "latest"))).isEqualTo("front latest");
    }
}
