package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=aqz-KE-bpKQ, YOUTUBE, aqz-KE-bpKQ",
        "http://m.youtube.com/watch?list=PL1&v=aqz-KE-bpKQ&t=4s, YOUTUBE, aqz-KE-bpKQ",
        "https://youtu.be/aqz-KE-bpKQ?t=4, YOUTUBE, aqz-KE-bpKQ",
        "//www.youtube.com/embed/aqz-KE-bpKQ?rel=0, YOUTUBE, aqz-KE-bpKQ",
        "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ, YOUTUBE, aqz-KE-bpKQ",
        "https://www.youtube.com/shorts/aqz-KE-bpKQ, YOUTUBE, aqz-KE-bpKQ",
        "https://vimeo.com/1084537, VIMEO, 1084537",
        "https://player.vimeo.com/video/1084537?h=1, VIMEO, 1084537",
        "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1, SPOTIFY, episode/4rOoJ6Egrf8K2IrywzwOMk",
        "https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk, SPOTIFY, show/4rOoJ6Egrf8K2IrywzwOMk",
    })
    void knowsWhatPlaysAtASite(String address, Embed.Provider provider, String path) {
        Embed embed = Embed.of(address).orElseThrow();
        assertThat(embed).isEqualTo(new Embed(provider, path));
        assertThat(embed.player()).startsWith(provider.origin() + "/");
        assertThat(Embed.of(embed.link())).hasValue(embed);
        assertThat(Embed.of(embed.player())).hasValue(embed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://www.youtube.com/",
                "https://www.youtube.com/watch?v=short",
                "https://www.youtube.com/watch?v=aqz-KE-bpKQtoolong",
                "https://evil.example/https://www.youtube.com/watch?v=aqz-KE-bpKQ",
                "https://www.youtube.com.evil.example/embed/aqz-KE-bpKQ",
                "https://evil.example#//youtu.be/aqz-KE-bpKQ",
                "javascript:alert(1)//youtu.be/aqz-KE-bpKQ",
                "https://vimeo.com/about",
                "https://open.spotify.com/user/4rOoJ6Egrf8K2IrywzwOMk",
            })
    void knowsNothingElse(String address) {
        assertThat(Embed.of(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<iframe src=\"https://www.youtube.com/embed/aqz-KE-bpKQ\" title=\"A rabbit\"></iframe> "
                        + "| <p><a href=\"https://www.youtube.com/watch?v&#61;aqz-KE-bpKQ\" rel=\"noopener\">A rabbit</a></p>",
                "<p>a</p><figure><div><IFRAME src='//player.vimeo.com/video/1084537'></IFRAME></div></figure><p>b</p> "
                        + "| <p>a</p><p><a href=\"https://vimeo.com/1084537\" rel=\"noopener\">https://vimeo.com/1084537</a></p>"
                        + "<p>b</p>",
                "<p>a</p><iframe src=\"https://evil.example/embed/aqz-KE-bpKQ\"></iframe> | <p>a</p>",
            })
    void leavesALinkInThePlaceOfAFrame(String html, String shown) {
        assertThat(BodyRendering.render(BodyFormat.HTML, html).html()).isEqualTo(shown);
    }

    @Test
    void isSanitisedLikeEverythingElse() {
        String html = "<iframe src=\"https://vimeo.com/1084537\" title=\"<img src=x onerror=x()>\"></iframe>"
                + "<p onclick=\"x()\"><script>x()</script>a</p>";
        assertThat(BodyRendering.render(BodyFormat.HTML, html).html())
                .doesNotContain("<img", "<script", "onclick", "<iframe")
                .contains("&lt;img");
    }
}
