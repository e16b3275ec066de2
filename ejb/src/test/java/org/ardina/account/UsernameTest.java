package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ardina.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameTest {

    @ParameterizedTest
    @CsvSource({
        "rosa,rosa",
        "Rosa.Maria-2_b,rosa.maria-2_b",
        "' rosa ',rosa",
        "ＲＯＳＡ,rosa",
        "joão,joão",
        "JOA\u0303O,joão",
        "Ольга,ольга",
        "花子さん,花子さん",
        "a12345678901234567890123456789,a12345678901234567890123456789"
    })
    void areKeptInLowerCaseAndOneForm(String chosen, String kept) {
        assertThat(Username.chosen(chosen).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "ro,username-length",
        "'',username-length",
        "a123456789012345678901234567890,username-length",
        "rosa maria,username-characters",
        "'rosa\u0000',username-characters",
        "'rosa\u202e',username-characters",
        "ro\u200bsa,username-characters",
        "rosa/..,username-characters",
        ".rosa,username-characters",
        "rosa-,username-characters",
        "rosa@x,username-characters",
        "{$gt:},username-characters",
        "🗞️🗞️🗞️,username-characters",
        "rоsa,username-scripts",
        "αlpha,username-scripts",
        "admin,username-reserved",
        "ADMIN,username-reserved",
        "adrnin,username-reserved",
        "Ardina,username-reserved"
    })
    void areRefusedWithAReason(String chosen, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Username.chosen(chosen))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"paul,pau1", "rosa,r0sa", "modern,rnodern", "рора,popa", "rosa,Rosa"})
    void thatLookAlikeHaveOneSkeleton(String one, String other) {
        assertThat(Username.chosen(one).skeleton())
                .isEqualTo(Username.chosen(other).skeleton());
    }

    @Test
    void thatLookDifferentHaveDifferentSkeletons() {
        assertThat(Username.chosen("rosa").skeleton())
                .isNotEqualTo(Username.chosen("rose").skeleton());
    }
}
