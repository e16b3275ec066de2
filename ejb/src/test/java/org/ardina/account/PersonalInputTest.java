package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, addresses, passwords and devices, as people and programs give them. */
class PersonalInputTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({
        "Rosa Maria,Rosa Maria",
        "'  Rosa\t\n Maria  ',Rosa Maria",
        "Cafe\u0301 Rosa,Café Rosa",
        "محمد,محمد",
        "O'Neill & <b>,O'Neill & <b>",
        "花子,花子",
        "Rosa 🌹,Rosa 🌹"
    })
    void namesAreKeptInOneForm(String chosen, String kept) {
        assertThat(DisplayName.chosen(chosen)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u0000",
                "Rosa\u0000",
                "Rosa\u202eairaM",
                "\u2066Rosa\u2069",
                "Rosa\u200f",
                "Rosa\u2028Maria",
                "\u0007Rosa",
                "\ud800",
                "...",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void namesThatWouldUpsetAPageAreRefused(String chosen) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> DisplayName.chosen(chosen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosa@example.org", " Rosa.Maria+news@Example.ORG ", "r@localhost", "o'neill@example.org"})
    void addressesAreTaken(String given) {
        assertThat(EmailAddress.given(given).value()).isEqualTo(given.strip());
    }

    @Test
    void addressesThatDifferInCaseAreOne() {
        assertThat(EmailAddress.given("Rosa@Example.org").key())
                .isEqualTo(EmailAddress.given("rosa@EXAMPLE.org").key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rosa",
                "@example.org",
                "rosa@",
                "rosa@@example.org",
                "rosa@example.org, ana@example.org",
                "Rosa <rosa@example.org>",
                "rosa@example.org\r\nBcc: ana@example.org",
                "rosa\u0000@example.org",
                "rosa @example.org",
                "rosa\u202e@example.org"
            })
    void whatIsNoAddressIsRefused(String given) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EmailAddress.given(given))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("email-invalid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven lanterns on the quay",
                "gJ8#kq2L",
                "        x",
                "漢字漢字かな漢字",
                "gJ8#kq2L\u0000null",
                "🗞️🗞️🗞️🗞️🗞️ paper"
            })
    void passwordsAreOfAnyCharacters(String password) {
        assertThatCode(() -> policy.check(password, "rosa")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "short12,password-length",
        "🗞🗞🗞🗞🗞🗞🗞,password-length",
        "xxRosaxx!kq2L,password-contains-username",
        "Password123,password-common"
    })
    void passwordsThatAreEasyToGuessAreRefused(String password, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> policy.check(password, "rosa"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void passwordsEndAtTheirLongest() {
        String longest = "gJ8#kq2L".repeat(16);
        assertThatCode(() -> policy.check(longest, "rosa")).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> policy.check(longest + "x", "rosa"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0','Firefox, Linux'",
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36','Chrome, Windows'",
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0','Edge, Windows'",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1','Safari, iPhone'",
        "'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36','Chrome, Android'",
        "'curl/8.5.0',curl",
        "'<script>',''"
    })
    void devicesAreDescribedInAFewWords(String userAgent, String description) {
        assertThat(Device.of(userAgent, "192.0.2.1").description()).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.1",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1,2001:db8:1:2",
        "0:0:0:0:0:0:0:1,0:0:0:0",
        "::1,::1"
    })
    void devicesAreInTheNetworkOfOneCustomer(String address, String network) {
        assertThat(new Device("", address).network()).isEqualTo(network);
    }
}
