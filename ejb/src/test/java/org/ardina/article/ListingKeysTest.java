package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ardina.article.ListingKeys.Described;
import org.ardina.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingKeysTest {

    private static final List<String> KEYS = ListingKeys.of(
            ArticleState.APPROVED,
            List.of(
                    new Described("A ponte São João, reaberta", "cidade", List.of("ana", "rui")),
                    new Described("东京 bridge reopens", "city", List.of("rui"))));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',-,-,-,true",
                "sao JOAO,-,-,-,true",
                "ponté,-,-,-,true",
                "pont,-,-,-,false",
                "京,-,-,-,true",
                "大,-,-,-,false",
                "'?!',-,-,-,true",
                "bridge,APPROVED,city,rui,true",
                "bridge,APPROVED,cidade,ana,true",
                "bridge,DRAFT,-,-,false",
                "'',DRAFT,city,-,false",
                "'',-,city,-,true",
                "'',-,-,eva,false",
                "'',APPROVED,-,eva,false",
                "'',APPROVED,world,rui,false",
            })
    void findWhatFits(
            String words, @Nullable ArticleState state, @Nullable String topic, @Nullable String author, boolean fits) {
        ArticleFilter filter = new ArticleFilter(
                words,
                state,
                topic == null ? null : new Slug(topic),
                author == null ? null : new Slug(author),
                null,
                null);
        assertThat(KEYS.containsAll(ListingKeys.of(filter))).isEqualTo(fits);
    }

    /** Any combination is found by a key that only articles have which it lets through, but for one that all have. */
    @Test
    void aStateIsNeverLookedForAloneBesideATopicOrAnAuthor() {
        for (Slug author : new Slug[] {null, new Slug("ana")}) {
            for (Slug topic : new Slug[] {null, new Slug("city")}) {
                List<String> keys =
                        ListingKeys.of(new ArticleFilter("", ArticleState.APPROVED, topic, author, null, null));
                assertThat(keys.stream().anyMatch("s APPROVED"::equals)).isEqualTo(author == null && topic == null);
                assertThat(keys).hasSize(author != null && topic != null ? 2 : 1);
            }
        }
        assertThat(ListingKeys.of(ArticleFilter.NONE)).containsExactly("*");
    }

    @Test
    void areBounded() {
        String headline = Stream.iterate(0, number -> number + 1)
                .limit(70)
                .map(number -> "w" + number)
                .reduce("x".repeat(60), (a, b) -> a + " " + b);
        assertThat(ListingKeys.of(ArticleState.DRAFT, List.of(new Described(headline, null, List.of()))))
                .hasSize(2 + ListingKeys.MOST_WORDS)
                .allMatch(key -> key.length() <= 42);
    }

    @Test
    void aFilterThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new ArticleFilter("x".repeat(301), null, null, null, null, null))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        new ArticleFilter("", null, null, null, LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1)))
                .isInstanceOf(InvalidInputException.class);
    }
}
