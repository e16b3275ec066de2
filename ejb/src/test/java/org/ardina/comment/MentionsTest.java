package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@rosa, you are right.|rosa",
                "As (@rosa.reis) says|rosa.reis",
                "Right, @Rosa_Reis-2.|Rosa_Reis-2",
                "olá @joão!|joão",
                "@a|a",
            })
    void areNamesBehindAnAt(String text, String name) {
        assertThat(Mentions.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"rosa@example.org", "@", "@@rosa", "x@rosa", "https://example.org/@rosa", "@.", "@ rosa"})
    void areNotInAddresses(String text) {
        assertThat(Mentions.in(text)).isEmpty();
    }

    @Test
    void areFewInOneComment() {
        assertThat(Mentions.in("@a @b @b @c @d @e @f")).containsExactly("a", "b", "c", "d", "e");
    }
}
