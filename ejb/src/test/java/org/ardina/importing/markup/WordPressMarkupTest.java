package org.ardina.importing.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressMarkupTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one                                    | <p>one</p>
            one~two~~three                         | <p>one<br>~two</p>~<p>three</p>
            one<br />two<br/><br>three             | <p>one<br />two</p>~<p>three</p>
            one <b>two~~three</b>                  | <p>one <b>two</p>~<p>three</b></p>
            one~<h2>Two</h2>~three                 | <p>one</p>~<h2>Two</h2><p>three</p>
            <p>kept</p>~~<p>too</p>                | <p>kept</p>~<p>too</p>
            <ul>~<li>a</li>~<li>b~c</li>~</ul>     | <ul>~<li>a</li>~<li>b<br>~c</li>~</ul>
            <blockquote>a~~b</blockquote>          | <blockquote><p>a</p>~<p>b</p>~</blockquote>
            <div>a</div>b                          | <div><p>a</p>~</div><p>b</p>
            <script>a()~~b()</script>              | <script>a()~~b()</script>
            <hr>a<!--more-->b                      | <hr><p>ab</p>
            a < b and c > d                        | <p>a < b and c > d</p>
            """)
    void findsTheParagraphsOfTheClassicEditor(String text, String html) {
        assertThat(convert(text.replace('~', '\n')).html().strip()).isEqualTo(html.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [caption width="9" caption="Old"]<img src="a">[/caption]      | <figure><img src="a"><figcaption>Old</figcaption></figure>
            [caption]<a href="b"><img src="a"></a> New[/caption]          | <figure><a href="b"><img src="a"></a><figcaption>New</figcaption></figure>
            [caption]<img src="a">                                        | <figure></figure><p><img src="a"></p>
            [gallery]                                                     | <figure><img src="all" alt=""></figure>
            [gallery ids="1, 2"]                                          | <figure><img src="1" alt="">~<img src="2" alt=""></figure>
            [audio mp3="https://a.example/x.mp3"][/audio]                 | <p><a href="https://a.example/x.mp3">https://a.example/x.mp3</a></p>
            [video https://a.example/x.mp4]                               | <p><a href="https://a.example/x.mp4">https://a.example/x.mp4</a></p>
            [embed width="1"]https://a.example/?a=1&amp;b=2[/embed]       | <p><a href="https://a.example/?a=1&amp;b=2">https://a.example/?a=1&amp;b=2</a></p>
            [[gallery]] and [galleryx] and [other]                        | <p>[gallery] and [galleryx] and [other]</p>
            https://a.example/v                                           | <p><a href="https://a.example/v">https://a.example/v</a></p>
            """)
    void expandsWordPressOwnShortcodes(String text, String html) {
        assertThat(convert(text).html().strip()).isEqualTo(html.replace('~', '\n'));
    }

    @Test
    void notesWhatItLeavesOut() {
        assertThat(convert("a [playlist ids=\"1\"] b [audio] [audio]").notes())
                .containsExactly("the shortcode [playlist] was left out", "the shortcode [audio] was left out");
        assertThat(convert("<!-- wp:latest-posts {\"a\":1} /--><!-- wp:search /--><p>x</p>"))
                .isEqualTo(new WordPressMarkup.Converted(
                        "<p>x</p>",
                        List.of("blocks left out because their content is not in the export: latest-posts, search")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[caption]",
                "[caption a",
                "[caption ][/audio]",
                "<p",
                "<div>",
                "<div></p>",
                "\n",
                " \n",
                "<!--",
                "<br>",
                "a=",
                "<pre>",
                "<!-- wp:a {",
                "<p> https://a.example/",
                "[gallery aaaaaaaaaa=",
                "</div>",
                "&",
                "<a <img >"
            })
    void takesTimeInProportionToTheText(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> convert(piece.repeat(1_000_000 / piece.length())));
    }

    private static WordPressMarkup.Converted convert(String text) {
        return WordPressMarkup.convert(text, ids -> ids.isEmpty() ? List.of("all") : ids);
    }
}
