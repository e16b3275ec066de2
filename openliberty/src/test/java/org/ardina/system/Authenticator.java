package org.ardina.system;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that has learned a secret. */
final class Authenticator {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec secret;

    Authenticator(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int waiting = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            waiting = waiting << 5 | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(waiting >> bits);
                waiting &= (1 << bits) - 1;
            }
        }
        secret = new SecretKeySpec(bytes.toByteArray(), codes.getAlgorithm());
    }

    byte[] secret() {
        return secret.getEncoded();
    }

    /** What the app shows now. */
    String code() {
        return code(Duration.ZERO);
    }

    /** What it shows then; codes of half a minute ahead are taken too. */
    String code(Duration later) {
        try {
            return codes.generateOneTimePasswordString(secret, Instant.now().plus(later), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
