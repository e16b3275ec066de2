package org.ardina.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.ardina.article.Content;
import org.ardina.article.Picture;
import org.ardina.article.Slug;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private static final String SOUND = "<p>Text with a <a href=\"/articles/there\">link</a>.</p>";

    @Test
    void findsNothingInASoundArticle() {
        assertThat(found(content("Headline", "Standfirst", SOUND, "city", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | EMPTY_BODY",
                "<p>&nbsp;</p><script>x()</script> | EMPTY_BODY UNSAFE_EMBED",
                "<p>a</p><img src=\"https://a.example/a.png\"> | NO_ALTERNATIVE_TEXT",
                "<p>a</p><img src=\"https://a.example/a.png\" alt=\"\"> | ''",
                "<p>a</p><img src=\"https://a.example/a.png\" alt=\"A quay\"> | ''",
                "<p>a</p><img src=\"x\" onerror=\"x()\"> | ''",
                "<p><a href=\"/articles/nowhere\">a</a></p> | BROKEN_LINK",
                "<p><a href=\"https://news.example/articles/nowhere?a=b#c\">a</a></p> | BROKEN_LINK",
                "<p><a href=\"https://news.example/articles/there?a=b#c\">a</a></p> | ''",
                "<p><a href=\"https://other.example/articles/nowhere\">a</a></p> | ''",
                "<p><a href=\"/topics/city\">a</a></p> | ''",
                "<p>a</p><iframe src=\"https://a.example\"></iframe> | UNSAFE_EMBED",
                "<p>a</p><object src=\"https://vimeo.com/1084537\"></object> | UNSAFE_EMBED",
                "<p>a</p><iframe src=\"https://player.vimeo.com/video/1084537\"></iframe> | ''"
            })
    void findsWhatIsWrongWithABody(String body, String checks) {
        List<String> expected =
                checks.isEmpty() ? List.of() : Stream.of(checks.split(" ", -1)).toList();
        assertThat(found(content("Headline", "Standfirst", body, "city", null)).keySet().stream()
                        .map(Check::name))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsWhatIsWrongAroundTheBody() {
        Picture picture = new Picture(URI.create("https://a.example/a.png"), "", null, null);
        assertThat(found(content("A".repeat(111), "", SOUND, null, picture)))
                .isEqualTo(Map.of(
                        Check.HEADLINE_TOO_LONG,
                        Finding.Severity.WARNING,
                        Check.EMPTY_STANDFIRST,
                        Finding.Severity.WARNING,
                        Check.NO_TOPIC,
                        Finding.Severity.WARNING,
                        Check.MAIN_PICTURE_UNDESCRIBED,
                        Finding.Severity.ERROR));
        assertThat(found(content("A".repeat(110), "Standfirst", SOUND, "city", null)))
                .isEmpty();
    }

    private static Map<Check, Finding.Severity> found(Content content) {
        Check.Copy copy = Check.Copy.of(content, slug -> slug.equals(new Slug("there")), "https://news.example/");
        return Stream.of(Check.values())
                .flatMap(check -> check.findings(copy))
                .collect(Collectors.toMap(Finding::check, Finding::severity));
    }

    private static Content content(
            String headline, String standfirst, String body, @Nullable String topic, @Nullable Picture picture) {
        return new Content(
                headline,
                standfirst,
                BodyRendering.render(BodyFormat.HTML, body),
                topic == null ? null : new Slug(topic),
                List.of(),
                List.of(),
                "en",
                picture);
    }
}
