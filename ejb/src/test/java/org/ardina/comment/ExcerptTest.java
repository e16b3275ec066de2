package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void isOneLine() {
        assertThat(Excerpt.of("One.\n\nTwo,\tthree. ")).isEqualTo("One. Two, three.");
    }

    @Test
    void endsBetweenCharacters() {
        assertThat(Excerpt.of("🐦".repeat(200))).isEqualTo("🐦".repeat(200));
        assertThat(Excerpt.of("🐦".repeat(201))).isEqualTo("🐦".repeat(200) + '…');
    }
}
