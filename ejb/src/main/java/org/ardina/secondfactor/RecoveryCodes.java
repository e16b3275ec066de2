package org.ardina.secondfactor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes for whoever lost their authenticator app: each has 120 random bits, so that a plain hash of it is
 * as good as a slow one, and can be used once.
 */
final class RecoveryCodes {

    static final int HOW_MANY = 10;

    private static final int BYTES = 15;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** New codes, written in groups of four, as {@code ABCD-EFGH-IJKL-MNOP-QRST-UVWX}. */
    static List<String> make() {
        return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
    }

    /** The SHA-256 of a code, however it was typed. */
    static String hash(String code) {
        String plain = code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static String one() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String letters = Base32.encode(random);
        StringBuilder grouped = new StringBuilder(letters.substring(0, GROUP));
        for (int i = GROUP; i < letters.length(); i += GROUP) {
            grouped.append('-').append(letters, i, i + GROUP);
        }
        return grouped.toString();
    }
}
