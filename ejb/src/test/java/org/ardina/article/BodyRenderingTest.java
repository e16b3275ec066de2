package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ardina.SharedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRenderingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HTML     | <h1>Title</h1><p style="x" onclick="y">Text</p>      | <h2>Title</h2><p>Text</p>
                    HTML     | <p>a</p><script>alert(1)</script><style>b{}</style>  | <p>a</p>
                    HTML     | <a href="javascript:alert(1)">go</a>                 | go
                    HTML     | <iframe src="https://evil.example"></iframe><p>b</p> | <p>b</p>
                    HTML     | <img src="/wp-content/x.png"><p>c</p>                | <p>c</p>
                    MARKDOWN | **bold** ~~gone~~                                    | <p><strong>bold</strong> <del>gone</del></p>
                    HTML     | <td align="right">1</td><td align="char">2</td>      | <table><tbody><tr><td align="right">1</td><td>2</td></tr></tbody></table>
                    MARKDOWN | <script>alert(1)</script>                            | ''
                    TEXT     | 1 < 2 & <b>                                          | <p>1 &lt; 2 &amp; &lt;b&gt;</p>
                    """)
    void showsWhatIsSafe(BodyFormat format, String raw, String shown) {
        Body body = BodyRendering.render(format, raw);
        assertThat(body.html().strip()).isEqualTo(shown);
        assertThat(body.raw()).isEqualTo(raw);
    }

    @Test
    void givesEveryPictureAnAlternativeAndLoadsItLate() {
        Body body = BodyRendering.render(BodyFormat.HTML, "<img src=\"https://example.org/a.png\" width=\"40\">");
        Element picture = Jsoup.parse(body.html()).selectFirst("img");
        assertThat(picture).isNotNull();
        assertThat(picture.attr("alt")).isEmpty();
        assertThat(picture.hasAttr("alt")).isTrue();
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(picture.attr("width")).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <h4>a</h4><h4>b</h4><h5>c</h5><h2>d</h2> | <h2>a</h2><h2>b</h2><h3>c</h3><h2>d</h2>
                    <h2>a</h2><h5>b</h5><h3>c</h3><h6>d</h6> | <h2>a</h2><h3>b</h3><h3>c</h3><h4>d</h4>
                    <h2></h2><h3>&nbsp;<br></h3><h2>a</h2>   | &nbsp;<h2>a</h2>
                    <h2><a href="/x"></a></h2><p>a</p>       | <p>a</p>
                    <p>a<a href="/x"> </a>b</p>              | <p>a b</p>
                    <h2><em>a</em></h2><p><em></em>b</p>     | <h2><em>a</em></h2><p><em></em>b</p>
                    """)
    void leavesOutNoLevelOfHeadingsAndNothingWithoutContent(String raw, String shown) {
        assertThat(BodyRendering.render(BodyFormat.HTML, raw)
                        .html()
                        .replace('\u00a0', ' ')
                        .strip())
                .isEqualTo(shown.replace("&nbsp;", " ").strip());
    }

    @ParameterizedTest
    @CsvSource({
        "<a href='/x'><img src='/assets/a.svg'></a>,true",
        "<h2><a href='/x'><em><img src='/assets/a.svg'></em></a></h2>,true",
        "<a href='/x'><img src='/assets/a.svg' alt='Ferry'></a>,false",
        "<a href='/x'><img src='/assets/a.svg'>Ferry</a>,false"
    })
    void marksLinksThatOnlyAPictureWithoutATextMakes(String raw, boolean marked) {
        Document shown = Jsoup.parse(BodyRendering.render(BodyFormat.HTML, raw).html());
        assertThat(shown.select("a[href=/x] img")).hasSize(1);
        assertThat(shown.select("a").hasClass("picture-link")).isEqualTo(marked);
    }

    @Test
    void keepsThePictureOfAHeadingWithoutText() {
        assertThat(BodyRendering.render(BodyFormat.HTML, "<h3><img src='/assets/a.svg'></h3><h2>b</h2>")
                        .html())
                .startsWith("<img ")
                .endsWith("<h2>b</h2>");
    }

    @ParameterizedTest
    @CsvSource({"One two three.,3", "'Dois, três — quatro!',3", "'',0"})
    void countsWords(String text, int words) {
        assertThat(BodyRendering.render(BodyFormat.TEXT, text).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "<p>One</p><p>two</p>,2",
        "<p>H<sub>2</sub>O is w<b>a</b>ter</p>,3",
        "<ul><li>One<li>two</ul>three,3",
        "<p>a<br>b<hr>c</p>,3",
        "<p>well-known don't 3.14</p>,3",
        "<p>one<script>two three</script> <!-- four --></p>,1"
    })
    void countsWordsAcrossMarkup(String html, int words) {
        assertThat(BodyRendering.render(BodyFormat.HTML, html).words()).isEqualTo(words);
    }

    @Test
    void countsWordsOfScriptsWithoutSpaces() {
        assertThat(BodyRendering.render(BodyFormat.TEXT, "比特币是一种数字货币").words()).isBetween(3, 8);
    }

    @Test
    void keepsParagraphsOfText() {
        assertThat(BodyRendering.render(BodyFormat.TEXT, "a\r\nb\r\n\r\nc").html())
                .isEqualTo("<p>a<br />b</p>\n<p>c</p>");
    }

    @Test
    void refusesBodiesThatNobodyReads() {
        String longest = "x".repeat(BodyRendering.MAXIMUM_LENGTH);
        assertThat(BodyRendering.render(BodyFormat.TEXT, longest).words()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> BodyRendering.render(BodyFormat.TEXT, longest + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "[", "![", "**", "`", "<b>", "1. "})
    void isNotSlowedByDeepNesting(String opening) {
        assertThat(BodyRendering.render(BodyFormat.MARKDOWN, opening.repeat(20_000))
                        .html())
                .doesNotContain("<script");
        assertThat(BodyRendering.render(BodyFormat.HTML, opening.repeat(20_000)).html())
                .doesNotContain("<script");
    }

    @Test
    void letsNothingRunOfCasesThatOthersCollected() throws IOException {
        Path cases = SharedData.require("sanitiser/dompurify").resolve("test/fixtures/expect.json");
        List<Path> files = Files.exists(cases) ? List.of(cases) : SharedData.files("sanitiser", "expect.json");
        int checked = 0;
        for (JsonNode hostile : new ObjectMapper().readTree(files.get(0).toFile())) {
            String payload = hostile.path("payload").asText();
            assertHarmless(
                    payload, BodyRendering.render(BodyFormat.HTML, payload).html());
            assertHarmless(
                    payload, BodyRendering.render(BodyFormat.MARKDOWN, payload).html());
            checked++;
        }
        assertThat(checked).isGreaterThan(200);
    }

    private static void assertHarmless(String payload, String shown) {
        Document parsed = Jsoup.parse(shown);
        assertThat(parsed.select("script, style, iframe, object, embed, svg, math, form, base, meta, link, template"))
                .as(payload)
                .isEmpty();
        for (Element element : parsed.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey())
                        .as(payload)
                        .doesNotStartWith("on")
                        .isNotEqualTo("style");
                if (List.of("href", "src").contains(attribute.getKey())) {
                    assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                            .as(payload)
                            .doesNotStartWith("javascript:")
                            .doesNotStartWith("data:")
                            .doesNotStartWith("vbscript:");
                }
            });
        }
    }
}
