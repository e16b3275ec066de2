package org.ardina.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.article.ArticleState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads real exports, which are too many and too variously licensed to belong to this repository: from the directory
 * that the system property {@code ardina.test.data} names, else from {@code shared/data} next to a parent directory.
 */
class RealSourcesTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TestFactory
    Stream<DynamicTest> everyFileReadsTwiceAlikeOrIsRefusedClearly() throws IOException {
        Path data = data();
        return Stream.of("articles", "wxr", "ghost", "feeds", "media/hostile")
                .flatMap(folder -> files(data.resolve(folder)).stream())
                .map(file -> dynamicTest(data.relativize(file).toString(), () -> readTwice(file)));
    }

    /** The numbers of posts and pages in the files, less those without a text that nobody had published. */
    @ParameterizedTest
    @CsvSource({
        "articles/en-18f.jsonl.gz, 508, 0",
        "articles/en-carpentries.jsonl.gz, 2910, 0",
        "articles/en-digitalgov.jsonl.gz, 2327, 335",
        "articles/multi-bitcoinoptech.jsonl.gz, 536, 0",
        "articles/pt-bosque-news-extracts.jsonl.gz, 1961, 0",
        "articles/pt-buteco-tech.jsonl.gz, 321, 1",
        "wxr/theme-unit-test/themeunittestdata.wordpress.xml, 71, 109",
        "wxr/wordpress-importer/phpunit/data/small-export.xml, 11, 0",
        "wxr/wordpress-importer/phpunit/data/crazy-cdata.xml, 1, 0",
        "wxr/wordpress-importer/phpunit/data/valid-wxr-1.0.xml, 6, 0",
        "wxr/wordpress-importer/phpunit/data/namespace-edge-cases.xml, 6, 0",
        "ghost/ghost-theme-unit-test/ghost-theme-unit-test.json, 18, 1",
        "ghost/ghost-core-fixtures/export/default_export.json, 7, 0",
        "ghost/ghost-core-fixtures/import/import-data-lts.json, 1, 0",
    })
    void nothingIsLost(String file, int articles, int skipped) throws IOException {
        Reading reading = Reading.of(data().resolve(file));

        assertThat(reading.refusal()).isNull();
        assertThat(reading.articles())
                .hasSize(articles)
                .extracting(SourceArticle::key)
                .doesNotHaveDuplicates();
        assertThat(reading.unusable())
                .hasSize(skipped)
                .extracting(UnusableItem::outcome)
                .doesNotContain(UnusableItem.Outcome.FAILED);
    }

    @Test
    void theThemeUnitTestKeepsItsOddPosts() throws IOException {
        Reading reading = Reading.of(data().resolve("wxr/theme-unit-test/themeunittestdata.wordpress.xml"));
        Map<String, SourceArticle> posts = reading.articles().stream()
                .collect(Collectors.toMap(SourceArticle::headline, article -> article, (first, second) -> second));

        assertThat(posts).containsKeys("Markup: Title With Markup", "Post Format: Gallery", "Scheduled");
        assertThat(posts.values())
                .filteredOn(article -> article.state() == ArticleState.DRAFT)
                .hasSize(2);
        SourceArticle bare = posts.get("Edge Case: No Content");
        assertThat(bare).isNotNull();
        assertThat(bare.body()).isEmpty();
        assertThat(bare.notes()).contains("has no body");
    }

    private static void readTwice(Path file) {
        assertTimeoutPreemptively(LONGEST, () -> {
            Reading once = Reading.of(file);
            assertThat(once.refusal() == null || !once.refusal().isBlank()).isTrue();
            assertThat(Reading.of(file)).isEqualTo(once);
            once.articles().forEach(RealSourcesTest::check);
        });
    }

    private static void check(SourceArticle article) {
        assertThat(article.key()).isNotBlank();
        assertThat(article.headline())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(300)
                .doesNotContain("\n");
        assertThat(article.standfirst()).hasSizeLessThanOrEqualTo(2000);
        assertThat(article.body().isBlank()).isEqualTo(article.notes().contains("has no body"));
        assertThat(article.body()).doesNotContain("\u0000");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Path data() {
        @Nullable String named = System.getProperty("ardina.test.data");
        Path directory = named == null ? null : Path.of(named);
        Path around = Path.of("").toAbsolutePath();
        while (directory == null && around != null) {
            Path candidate = around.resolve("shared").resolve("data");
            directory = Files.isDirectory(candidate) ? candidate : null;
            around = around.getParent();
        }
        if (directory == null || !Files.isDirectory(directory)) {
            abort(String.format(Locale.ROOT, "there are no real exports here (%s)", directory));
            throw new IllegalStateException("unreachable");
        }
        return directory;
    }
}
