package org.ardina.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.ardina.cache.CachedPage;
import org.ardina.cache.Encoding;
import org.ardina.cache.PageContent;
import org.ardina.cache.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedEncodingsTest {

    /** One that is not kept in Brotli. */
    private final CachedPage page = CachedPage.passing(
            new PageContent(200, "text/html", "Morning paper".getBytes(UTF_8), List.of(), null, List.of()),
            Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | GZIP",
                "gzip, deflate, br, zstd | GZIP",
                "GZIP;q=0.5, identity;q=0.1 | GZIP",
                "gzip;q=0, identity | IDENTITY",
                "deflate | IDENTITY",
                "*;q=0 | IDENTITY"
            })
    void choosesTheSmallestThatIsThereAndTaken(String header, Encoding encoding) {
        assertThat(AcceptedEncodings.of(header).choose(page).encoding()).isEqualTo(encoding);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"br", "br;q=1"})
    void sendsThePageAsItIsWhereNothingElseIsTaken(String header) {
        assertThat(AcceptedEncodings.of(header).choose(page).encoding()).isEqualTo(Encoding.IDENTITY);
    }

    @Test
    void tellsAllThatMayBeSent() {
        assertThat(AcceptedEncodings.of("br, gzip").all(page).map(Variant::encoding))
                .containsExactly(Encoding.GZIP, Encoding.IDENTITY);
    }
}
