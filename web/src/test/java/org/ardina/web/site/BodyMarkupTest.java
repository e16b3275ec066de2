package org.ardina.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.ardina.article.BodyFormat;
import org.ardina.article.BodyRendering;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyMarkupTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void offersAllSizesOfAnUploadedPicture() {
        Element picture = inPage("<figure><img src=\"/media/" + ID + "-1200x800-webp.jpg\" width=\"3\" height=\"4\""
                        + " alt=\"A &quot;quay&quot;\"><figcaption>Quay</figcaption></figure>")
                .expectFirst("figure > picture");
        assertThat(picture.expectFirst("source[type=image/webp]").attr("srcset"))
                .isEqualTo("/media/" + ID + "-480.webp 480w, /media/" + ID + "-960.webp 960w, /media/" + ID
                        + "-1200.webp 1200w");
        Element image = picture.expectFirst("img");
        assertThat(image.attr("srcset")).endsWith("/media/" + ID + "-1200x800-webp.jpg 1200w");
        assertThat(image.attr("sizes")).isNotBlank();
        assertThat(image.attr("width")).isEqualTo("1200");
        assertThat(image.attr("height")).isEqualTo("800");
        assertThat(image.attr("alt")).isEqualTo("A \"quay\"");
        assertThat(image.attr("loading")).isEqualTo("lazy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://pictures.example/a.jpg", "/media/unknown.jpg", "/assets/demonstration/quay.svg"})
    void leavesOtherPicturesAsTheyAre(String source) {
        Element body = inPage("<p><img src=\"" + source + "\" alt=\"A quay\"></p>");
        assertThat(body.select("picture")).isEmpty();
        assertThat(body.expectFirst("img").attr("src")).isEqualTo(source);
    }

    @Test
    void showsWhatPlaysElsewhereAsACardThatLoadsNothingFromThere() {
        Element body = inPage("<p>a</p><p><a href=\"https://youtu.be/aqz-KE-bpKQ?t=1&amp;x=2\">A <b>rabbit</b></a></p>"
                + "<p><a href=\"https://www.youtube.com/watch?x=1&amp;v=aqz-KE-bpKQ\">A rabbit &amp; more</a></p>"
                + "<p><a href=\"https://vimeo.com/1084537\">https://vimeo.com/1084537</a></p>");
        assertThat(body.select("figure.embed")).hasSize(2);
        assertThat(body.select("iframe, script, img")).isEmpty();
        Element first = body.select("figure.embed > a").get(0);
        assertThat(first.attr("href")).isEqualTo("https://www.youtube.com/watch?v=aqz-KE-bpKQ");
        assertThat(first.attr("data-player"))
                .isEqualTo("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1");
        assertThat(first.expectFirst("b").text()).isEqualTo("A rabbit & more");
        Element second = body.select("figure.embed > a").get(1);
        assertThat(second.expectFirst("b").text()).isEqualTo("Play from Vimeo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>See <a href=\"https://vimeo.com/1084537\">this</a></p>",
                "<p><a href=\"https://vimeo.com/about\">this</a></p>",
                "<p><a href=\"https://evil.example/vimeo.com/1084537\">this</a></p>",
                "<p><a href=\"/articles/vimeo\">this</a></p>",
            })
    void leavesOtherLinksAsTheyAre(String html) {
        Element body = inPage(html);
        assertThat(body.select("figure")).isEmpty();
        assertThat(body.select("p > a")).hasSize(1);
    }

    private static Element inPage(String html) {
        String safe = BodyRendering.render(BodyFormat.HTML, html).html();
        return Jsoup.parseBodyFragment(BodyMarkup.inPage(safe, Texts.of(InterfaceLanguage.ENGLISH)))
                .body();
    }
}
