package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentMarkupTest {

    private static final int ROUNDS = 2000;

    @Test
    void setsParagraphsAndLines() {
        assertThat(CommentMarkup.html("One\nline\n\nTwo"))
                .isEqualTo("<p dir=\"auto\">One<br>\nline</p>\n<p dir=\"auto\">Two</p>");
        assertThat(CommentMarkup.html("")).isEmpty();
    }

    @Test
    void marksWhoIsNamed() {
        assertThat(CommentMarkup.html("Ask @rosa <b>, https://example.org/@ivo"))
                .isEqualTo("<p dir=\"auto\">Ask <b>@rosa</b> &lt;b&gt;, <a href=\"https://example.org/@ivo\""
                        + " rel=\"ugc nofollow noopener\">https://example.org/@ivo</a></p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org/a. | https://example.org/a",
                "(https://example.org/a) | https://example.org/a",
                "https://en.example.org/Ferry_(boat), | https://en.example.org/Ferry_(boat)",
                "HTTPS://EXAMPLE.ORG/A?b=c&d=e#f | HTTPS://EXAMPLE.ORG/A?b=c&d=e#f",
                "«https://example.org/é»| ",
                "http://example.org:8080/x! | http://example.org:8080/x"
            })
    void marksAddressesOfTheWeb(String text, @Nullable String address) {
        List<Element> links = Jsoup.parse(CommentMarkup.html(text)).select("a");
        if (address == null) {
            assertThat(links).hasSizeLessThan(2);
        } else {
            assertThat(links).singleElement().satisfies(link -> {
                assertThat(link.attr("href")).isEqualTo(address);
                assertThat(link.attr("rel")).isEqualTo("ugc nofollow noopener");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://",
                "https://localhost/",
                "http://exämple.org/",
                "xhttps://example.org",
                "https://exa mple"
            })
    void leavesOtherTextAsItIs(String text) {
        assertThat(Jsoup.parse(CommentMarkup.html(text)).select("a")).isEmpty();
    }

    @Test
    void showsTheBeginningOfALongAddress() {
        String address = "https://example.org/" + "a".repeat(200);
        Element link = Jsoup.parse(CommentMarkup.html(address)).expectFirst("a");
        assertThat(link.attr("href")).isEqualTo(address);
        assertThat(link.text()).hasSize(60).endsWith("…");
    }

    @Test
    void makesNoTagsButItsOwn() {
        List<String> parts = List.of(
                "<script>alert(1)</script>",
                "\"onmouseover=\"alert(1)",
                "https://example.org/\"><img src=x onerror=alert(1)>",
                "https://example.org/'onclick='alert(1)",
                "&lt;b&gt;",
                "<!--",
                "]]>",
                "\n",
                "\n\n",
                " ",
                "https://",
                "\u2028",
                "\ud800",
                "text");
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            for (Element element : Jsoup.parseBodyFragment(CommentMarkup.html(text.toString()))
                    .body()
                    .select("> *, > * *")) {
                assertThat(element.tagName()).isIn("p", "br", "a", "b");
                assertThat(element.attributes().asList())
                        .allMatch(attribute -> List.of("dir", "href", "rel").contains(attribute.getKey()));
                if (element.tagName().equals("a")) {
                    assertThat(element.attr("href")).startsWith("https://example.org/");
                }
            }
        }
    }
}
