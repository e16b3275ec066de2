package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.ardina.article.ArticleState;
import org.ardina.article.BodyFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesFormatTest {

    private static final String GOOD = "{\"headline\":\"Good\",\"body\":\"<p>Text</p>\",\"slug\":\"good\"}\n";

    @Test
    void readsEveryFieldOfTheFormat() throws IOException {
        SourceArticle article = Reading.ofResource("articles.jsonl").articles().get(0);

        assertThat(article.key()).isEqualTo("https://news.example/politics/council-budget");
        assertThat(article.headline()).isEqualTo("Council approves the budget & the bridge");
        assertThat(article.standfirst()).isEqualTo("The vote was close.");
        assertThat(article.format()).isEqualTo(BodyFormat.HTML);
        assertThat(article.body()).isEqualTo("<p>After nine hours the council voted.</p>");
        assertThat(article.sections()).containsExactly("Politics", "City");
        assertThat(article.authors())
                .containsExactly(new SourceAuthor(null, "Ana Lima"), new SourceAuthor("rui", "Rui Sá"));
        assertThat(article.language()).isEqualTo("pt-BR");
        assertThat(article.slug()).isEqualTo("council-budget");
        assertThat(article.picture()).isEqualTo(URI.create("https://news.example/img/council.jpg"));
        assertThat(article.state()).isEqualTo(ArticleState.APPROVED);
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-03-01T13:15:00Z"));
        assertThat(article.notes()).isEmpty();
    }

    @Test
    void makesAKeyWhereThereIsNoAddressAndTakesDatesWithoutZoneAsUtc() throws IOException {
        List<SourceArticle> articles = Reading.ofResource("articles.jsonl").articles();

        assertThat(articles).hasSize(3).extracting(SourceArticle::key).doesNotHaveDuplicates();
        assertThat(articles.get(1).key()).startsWith("sha256:").hasSize(71);
        assertThat(articles.get(1).publishedAt()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(articles.get(1).standfirst()).isEqualTo("A wet week");
        assertThat(articles.get(1).picture()).isNull();
        assertThat(articles.get(1).notes())
                .containsExactly("the picture “rain.jpg” was left out: its address is not absolute");
        assertThat(articles.get(2).publishedAt()).isNull();
        assertThat(articles.get(2).notes()).containsExactly("the language “not a language” is not known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"headline":"A","body":"b","published":"yesterday"}      | its date “yesterday” cannot be read
            {"headline":"A","body":"b","published":"2026-02-30"}     | its date “2026-02-30” cannot be read
            {"headline":"","body":"b"}                               | has no headline
            {"headline":"A","body":"  "}                             | has no body
            {"headline":"A","body":"<p>&nbsp;</p>"}                  | has no body
            {"headline":"A"}                                         | has no body
            {"headline":"A","body":["b"],"published":{"a":1}}        | its “published” is not text
            {"headline":"A","body":"b","body_format":"rst"}          | its body_format is not html, markdown or text
            {"headline":"A","body":"b"                               | line 1 is cut off: the file ends in the middle of it
            {"headline":"A","body":"b"} {}                           | line 1 is not JSON: something follows the object
            """)
    void tellsWhyALineGivesNoArticle(String line, String reason) throws IOException {
        assertThat(Reading.of(line).onlyReason()).startsWith(reason);
    }

    @Test
    void goesOnBehindBadLines() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(GOOD.getBytes(UTF_8));
        file.writeBytes("not json\n[1]\n".getBytes(UTF_8));
        file.writeBytes(new byte[] {'{', '"', (byte) 0xc3, '(', '"', '}', '\n'});
        file.writeBytes("[".repeat(100_000).getBytes(UTF_8));
        file.writeBytes(("\n{\"headline\":" + "[".repeat(100_000) + "\n").getBytes(UTF_8));
        file.writeBytes(GOOD.getBytes(UTF_8));

        Reading reading = Reading.of(file.toByteArray());

        assertThat(reading.articles()).hasSize(2);
        assertThat(reading.unusable())
                .extracting(UnusableItem::reason)
                .satisfiesExactly(
                        notJson -> assertThat(notJson).startsWith("line 2 is not JSON: "),
                        array -> assertThat(array).isEqualTo("line 3 is not a JSON object"),
                        broken -> assertThat(broken).isEqualTo("line 4 is not UTF-8"),
                        deep -> assertThat(deep).isEqualTo("line 5 is not a JSON object"),
                        deeper -> assertThat(deeper).startsWith("line 6 is not JSON: "));
    }

    @Test
    void stripsWhatIsNoTextAndCutsAtAWord() throws IOException {
        String headline = "a\\u0000b\u0001c " + "word ".repeat(100);
        SourceArticle article = Reading.of("\ufeff{\"headline\":\"" + headline
                        + "\",\"body\":\"x\\u0000\\ud800y\",\"body_format\":\"text\",\"summary\":\"" + "s ".repeat(3000)
                        + "\"}\r\n")
                .onlyArticle();

        assertThat(article.headline()).startsWith("abc word").endsWith("word…").hasSizeLessThanOrEqualTo(300);
        assertThat(article.body()).isEqualTo("xy");
        assertThat(article.standfirst()).hasSizeLessThanOrEqualTo(2000);
        assertThat(article.notes())
                .containsExactly("the headline was cut to 300 characters", "the standfirst was cut to 2000 characters");
    }
}
