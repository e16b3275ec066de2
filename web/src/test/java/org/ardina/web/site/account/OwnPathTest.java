package org.ardina.web.site.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/latest", "/articles/a-b?cursor=1#c", "/authors/jo%C3%A3o"})
    void takesPathsOfThisSite(String path) {
        assertThat(OwnPath.orElse(path, "/other")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "latest",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/joão",
                " /latest"
            })
    void takesNothingElse(String path) {
        assertThat(OwnPath.orElse(path, "/other")).isEqualTo("/other");
    }
}
