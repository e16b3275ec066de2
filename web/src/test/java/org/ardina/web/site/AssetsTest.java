package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AssetsTest {

    @Test
    void addressesOfThePagesFilesNameTheirContent() {
        String path = Assets.path("site.css");
        assertThat(path).matches("/assets/site\\.[0-9a-f]{12}\\.css");
        Asset style = Assets.find(path).orElseThrow();
        assertThat(style.immutable()).isTrue();
        assertThat(style.mediaType()).isEqualTo("text/css; charset=utf-8");
        assertThat(style.bytes()).isNotEmpty();
    }

    @Test
    void pictureOfTheDemonstrationIsFoundByItsName() {
        Asset picture = Assets.find("/assets/demonstration/ferry.svg").orElseThrow();
        assertThat(picture.immutable()).isFalse();
        assertThat(picture.mediaType()).isEqualTo("image/svg+xml");
        assertThat(new String(picture.bytes(), UTF_8)).startsWith("<svg ").doesNotContain("<script", "href=\"http");
    }

    @Test
    void nothingElseIsFound() {
        assertThat(Assets.find("/assets/site.css")).isEmpty();
        assertThat(Assets.find("/assets/demonstration/../messages_en.properties"))
                .isEmpty();
        assertThat(Assets.find("/assets/demonstration/unknown.svg")).isEmpty();
        assertThat(Assets.find("/latest")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Assets.path("site.js"));
    }
}
