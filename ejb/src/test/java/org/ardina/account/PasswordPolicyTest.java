package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.text.Normalizer;
import java.util.Locale;
import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "a-Z 0 ñ 漢字 🗞️!",
                "        x",
                "7 lanternas no cais",
                "gJ8#kq2L",
                "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007"
            })
    void takesWhatIsLongAndUncommonWhateverItsCharacters(String password) {
        assertThatCode(() -> PasswordPolicy.check(password, "rosa.mota", "rosa@example.org"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "password,password-too-common",
        "PASSWORD123,password-too-common",
        "Qwertyuiop,password-too-common",
        "1q2w3e4r5t,password-too-common",
        "benfica1904,password-too-common",
        "!Sporting2026,password-too-common",
        "Mariana1998!,password-too-common",
        "palavrapasse,password-too-common",
        "P@ssw0rd1,password-too-common",
        "12345678,password-too-common",
        "aaaaaaaaaa,password-too-common",
        "ｐａｓｓｗｏｒｄ,password-too-common",
        "novembro2026,password-too-common",
        "r0sa.m0,password-too-short",
        "rosa.mota,password-is-name",
        "Rosa.Mota42,password-is-name",
        "rosinha@example.org,password-is-name"
    })
    void refusesWhatIsTriedFirst(String password, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PasswordPolicy.check(password, "rosa.mota", "rosinha@example.org"))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void countsCharactersRatherThanTheirParts() {
        String pair = "🗞";
        assertThatCode(() -> PasswordPolicy.check(pair.repeat(PasswordPolicy.LONGEST)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PasswordPolicy.check(pair.repeat(PasswordPolicy.SHORTEST - 1)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PasswordPolicy.check("x".repeat(PasswordPolicy.LONGEST + 1)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("password-too-long"));
    }

    /** OWASP ASVS 5.0, 6.2.4, asks for at least 3000 that the other rules would let through. */
    @Test
    void knowsThousandsOfCommonPasswords() {
        assertThat(CommonPasswords.all().stream().filter(each -> each.length() >= PasswordPolicy.SHORTEST))
                .hasSizeGreaterThan(3000);
        assertThat(CommonPasswords.all())
                .allSatisfy(each -> assertThat(
                                Normalizer.normalize(each, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                        .isEqualTo(each)
                        .isNotBlank());
    }
}
