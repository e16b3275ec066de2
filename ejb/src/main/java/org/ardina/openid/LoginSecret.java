package org.ardina.openid;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What only one browser and, until the login is over, this site know of a login: 256 random bits, in a cookie. All that
 * goes to the provider is made of it by a hash, so that no store keeps a secret, and what the provider sends back fits
 * this browser only.
 */
record LoginSecret(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LoginSecret random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new LoginSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Ties the answer to the browser that asked (RFC 6749, 10.12). */
    String state() {
        return derived("state");
    }

    /** Ties the identity to this login (OpenID Connect Core 1.0, 15.5.2). */
    String nonce() {
        return derived("nonce");
    }

    /** Ties the code to this login (RFC 7636). */
    String codeVerifier() {
        return derived("verifier");
    }

    /** By what the login is found. */
    String id() {
        return derived("id");
    }

    boolean hasState(@Nullable String state) {
        return state != null
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + ':' + value).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "the secret of a login";
    }
}
