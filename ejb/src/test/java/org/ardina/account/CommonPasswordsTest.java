package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "a-Z 0 ñ 漢字 🗞️!",
                "        x",
                "7 lanternas no cais",
                "gJ8#kq2L",
                "dragon4719260358",
                "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007"
            })
    void areNotWhatIsLongAndUnusual(String password) {
        assertThat(CommonPasswords.contain(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD123",
                "Qwertyuiop",
                "1q2w3e4r5t",
                "benfica1904",
                "!Sporting2026",
                "Mariana1998!",
                "palavrapasse",
                "P@ssw0rd1",
                "12345678",
                "123Princesa",
                "aaaaaaaaaa",
                "ｐａｓｓｗｏｒｄ",
                "novembro2026"
            })
    void areWhatIsTriedFirst(String password) {
        assertThat(CommonPasswords.contain(password)).isTrue();
    }

    /** OWASP ASVS 5.0, 6.2.4, asks for at least 3000 that are long enough. */
    @Test
    void areThousands() {
        assertThat(CommonPasswords.all().stream().filter(each -> each.length() >= 8))
                .hasSizeGreaterThan(3000);
        assertThat(CommonPasswords.all())
                .allSatisfy(each -> assertThat(
                                Normalizer.normalize(each, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                        .isEqualTo(each)
                        .isNotBlank());
    }
}
