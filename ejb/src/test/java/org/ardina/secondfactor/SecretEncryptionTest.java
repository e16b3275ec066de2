package org.ardina.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretEncryptionTest {

    private static final String KEY = key(1);
    private static final String OTHER = key(2);
    private static final String TEXT = "12345678901234567890";
    private static final SecretKey SECRET = TimeCodes.secret(TEXT.getBytes(StandardCharsets.US_ASCII));

    @Test
    void isOffWithoutAKey() {
        assertThat(new SecretEncryption(new SecretKeyConfiguration(MapConfig.settings())).isOn())
                .isFalse();
        assertThat(of(KEY).isOn()).isTrue();
    }

    @Test
    void givesTheSecretAgain() {
        byte[] stored = of(KEY).encrypt("rosa", SECRET);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(TEXT);
        SecretEncryption.Decrypted decrypted = of(KEY).decrypt("rosa", stored);
        assertThat(decrypted.secret()).isEqualTo(SECRET);
        assertThat(decrypted.current()).isTrue();
        assertThat(of(KEY).encrypt("rosa", SECRET)).isNotEqualTo(stored);
    }

    @Test
    void goesOnWithKeysOfBefore() {
        byte[] stored = of(KEY).encrypt("rosa", SECRET);
        SecretEncryption.Decrypted decrypted = of(OTHER + ", " + KEY).decrypt("rosa", stored);
        assertThat(decrypted.secret()).isEqualTo(SECRET);
        assertThat(decrypted.current()).isFalse();
    }

    @Test
    void fitsNoOtherAccountNoOtherKeyAndNothingThatWasChanged() {
        byte[] stored = of(KEY).encrypt("rosa", SECRET);
        refuses(of(KEY), "carla", stored);
        refuses(of(OTHER), "rosa", stored);
        refuses(new SecretEncryption(new SecretKeyConfiguration(MapConfig.settings())), "rosa", stored);
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            refuses(of(KEY), "rosa", changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2VjcmV0", "!", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=,"})
    void needsKeysOfTheRightLength(String keys) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(keys))
                .withMessageContaining("ardina.secret-key")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(keys + "'"));
    }

    private static void refuses(SecretEncryption encryption, String account, byte[] stored) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> encryption.decrypt(account, stored));
    }

    private static SecretEncryption of(String keys) {
        return new SecretEncryption(new SecretKeyConfiguration(MapConfig.settings("ardina.secret-key", keys)));
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
