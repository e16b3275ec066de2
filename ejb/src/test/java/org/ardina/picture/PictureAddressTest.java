package org.ardina.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureAddressTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "/media/" + ID + "-1600x1067-webp.jpg, 1600, 1067, true, jpg",
        "/media/" + ID + "-480x16000.png, 480, 16000, false, png",
        "/media/" + ID + "-1x1-webp.png, 1, 1, true, png",
    })
    void isReadAndWrittenAlike(String address, int width, int height, boolean webp, String extension) {
        PictureAddress read = PictureAddress.of(address).orElseThrow();
        assertThat(read).isEqualTo(new PictureAddress(ID, width, height, webp, extension));
        assertThat(read.path()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/media/" + ID + "-1600.jpg",
                "/media/" + ID + "-0x10.jpg",
                "/media/" + ID + "-10x10.webp",
                "/media/" + ID + "-10x10.jpg\" onerror=\"x",
                "https://elsewhere.example/media/" + ID + "-10x10.jpg",
                "/assets/demonstration/harbour.svg",
            })
    void isNotThatOfAnythingElse(String address) {
        assertThat(PictureAddress.of(address)).isEmpty();
    }

    @Test
    void tellsWhichSizesThereAre() {
        PictureAddress address = new PictureAddress(ID, 1200, 900, true, "jpg");
        assertThat(address.widths()).containsExactly(480, 960, 1200);
        assertThat(address.path(480)).isEqualTo("/media/" + ID + "-480.jpg");
        assertThat(address.path(1200)).isEqualTo("/media/" + ID + "-1200x900-webp.jpg");
        assertThat(address.webpPath(1200)).isEqualTo("/media/" + ID + "-1200.webp");
        assertThat(new PictureAddress(ID, 480, 1, false, "png").widths()).containsExactly(480);
    }
}
