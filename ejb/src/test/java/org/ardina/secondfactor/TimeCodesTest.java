package org.ardina.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodesTest {

    /** The secret of the test vectors of RFC 6238, appendix B. */
    private static final SecretKey SECRET =
            TimeCodes.secret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:10Z");

    /** The last six of the eight digits in the table, as a code is the remainder of the same number. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void areThoseOfTheStandard(long seconds, String code) {
        assertThat(TimeCodes.code(SECRET, TimeCodes.step(Instant.ofEpochSecond(seconds))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void areTakenOneStepBeforeAndAfterTheirTime(long away) {
        long step = TimeCodes.step(NOW) + away;
        assertThat(TimeCodes.match(SECRET, TimeCodes.code(SECRET, step), NOW)).isEqualTo(OptionalLong.of(step));
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 2, 100})
    void areNotTakenAtOtherTimes(long away) {
        String code = TimeCodes.code(SECRET, TimeCodes.step(NOW) + away);
        assertThat(TimeCodes.match(SECRET, code, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abcdef", "1234567", "١٢٣٤٥٦"})
    void areDigitsAndNothingElse(String code) {
        assertThat(TimeCodes.match(SECRET, code, NOW)).isEmpty();
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void haveSecretsInBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void haveRecoveryCodesThatDifferAndMayBeTypedInAnyWay() {
        assertThat(RecoveryCodes.make())
                .hasSize(RecoveryCodes.HOW_MANY)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"))
                .allSatisfy(code -> assertThat(
                                RecoveryCodes.hash(' ' + code.replace("-", " ").toLowerCase(Locale.ROOT)))
                        .isEqualTo(RecoveryCodes.hash(code)));
    }
}
