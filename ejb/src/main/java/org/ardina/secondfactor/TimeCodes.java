package org.ardina.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (RFC 6238), with the parameters that every authenticator app knows: SHA-1, six digits, a new
 * code every 30 seconds.
 */
final class TimeCodes {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /** A code is good for one step before and after its own, as clocks differ and people take time to type. */
    private static final int TOLERANCE = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private TimeCodes() {}

    static SecretKey secret(byte[] bytes) {
        return new SecretKeySpec(bytes, GENERATOR.getAlgorithm());
    }

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }

    static String code(SecretKey secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    secret, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("A key for HMAC may have any length", impossible);
        }
    }

    /** The step that the code is of, if that is about now. */
    static OptionalLong match(SecretKey secret, String code, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - TOLERANCE; step <= step(now) + TOLERANCE; step++) {
            // In the same time whichever digits are wrong, and whichever step it is of.
            if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.UTF_8), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
