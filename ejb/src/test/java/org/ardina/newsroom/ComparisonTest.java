package org.ardina.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.article.ArticleRevision;
import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Edit;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void marksTheWordsThatDiffer() {
        Comparison comparison = Comparison.of(
                text(1, "Ferry sails", "<p>It left at 400 knots.</p><p>Nobody fell.</p>"),
                text(2, "Ferry sails", "<p>It left at 40 knots.</p><p>Nobody fell.</p><p>It rained.</p>"));
        assertThat(rows(comparison))
                .containsExactly(
                        "HEADLINE SAME Ferry sails | Ferry sails",
                        "LANGUAGE SAME en | en",
                        "BODY CHANGED It left at [400] knots. | It left at [40] knots.",
                        "BODY SAME Nobody fell. | Nobody fell.",
                        "BODY ADDED  | [It rained.]");
        assertThat(comparison.isSame()).isFalse();
    }

    @Test
    void comparesWhatStandsInBlocksOnce() {
        String body = "<h2>Head</h2><ul><li>One <b>bold</b></li><li>Two</li></ul><blockquote><p>Said</p></blockquote>"
                + "<table><tr><td>Cell</td></tr></table><img src=\"https://a.example/a.png\" alt=\"Quay\">";
        Comparison comparison = Comparison.of(text(1, "A", body), text(1, "A", body));
        assertThat(comparison.isSame()).isTrue();
        assertThat(rows(comparison))
                .filteredOn(row -> row.startsWith("BODY"))
                .extracting(row -> row.substring(row.indexOf("| ") + 2))
                .containsExactly("Head", "One bold", "Two", "Said", "Cell", "[https://a.example/a.png] Quay");
    }

    /** Left alone each side is its text, whatever was compared. */
    @Test
    void losesNothing() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            List<String> before = paragraphs(random);
            List<String> after = paragraphs(random);
            Comparison comparison = Comparison.of(text(1, "A", html(before)), text(2, "B", html(after)));
            assertThat(side(comparison, true)).isEqualTo(before);
            assertThat(side(comparison, false)).isEqualTo(after);
        }
    }

    private static List<String> paragraphs(Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            paragraphs.add(random.ints(1 + random.nextInt(5), 0, 4)
                    .mapToObj(word -> List.of("one", "two,", "três", "四").get(word))
                    .collect(Collectors.joining(" ")));
        }
        return paragraphs;
    }

    private static String html(List<String> paragraphs) {
        return paragraphs.stream().map(text -> "<p>" + text + "</p>").collect(Collectors.joining());
    }

    private static List<String> side(Comparison comparison, boolean left) {
        return comparison.rows().stream()
                .filter(row -> row.part() == Comparison.Part.BODY)
                .map(row -> left ? row.left() : row.right())
                .filter(pieces -> !pieces.isEmpty())
                .map(pieces -> pieces.stream().map(Comparison.Piece::text).collect(Collectors.joining()))
                .toList();
    }

    private static List<String> rows(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> row.part() + " " + row.kind() + " " + pieces(row.left()) + " | " + pieces(row.right()))
                .toList();
    }

    private static String pieces(List<Comparison.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    private static ArticleRevision text(int number, String headline, String body) {
        return new ArticleRevision(
                new ArticleId("0123456789abcdef01234567"),
                new Edit(number, null, "", Instant.EPOCH),
                new Content(
                        headline,
                        "",
                        BodyRendering.render(BodyFormat.HTML, body),
                        null,
                        List.of(),
                        List.of(),
                        "en",
                        null));
    }
}
