package org.ardina.secondfactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.ardina.store.StoresOpened;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets for the store with AES-GCM (NIST SP 800-38D), each bound to its account, so that nobody who can write
 * there gives an account the secret of another.
 */
@ApplicationScoped
class SecretEncryption {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKey> keys;

    @Inject
    SecretEncryption(SecretKeyConfiguration configuration) {
        this.keys = configuration.keys();
    }

    /** For the container's proxy. */
    protected SecretEncryption() {
        this.keys = List.of();
    }

    /** Has this made when the server starts, so that what is configured wrongly is told then. */
    void check(@Observes StoresOpened opened) {
        // Nothing more to do.
    }

    /** Whether there is a key. */
    boolean isOn() {
        return !keys.isEmpty();
    }

    byte[] encrypt(String account, SecretKey secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, account).doFinal(secret.getEncoded());
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /**
     * A secret that was encrypted.
     *
     * @param current whether with the key that encrypts now
     */
    record Decrypted(SecretKey secret, boolean current) {

        @Override
        public String toString() {
            return "Decrypted";
        }
    }

    /**
     * The secret again.
     *
     * @throws IllegalStateException if no key fits, or it is another account's
     */
    Decrypted decrypt(String account, byte[] stored) {
        for (SecretKey key : keys) {
            byte @Nullable [] secret = decrypt(key, account, stored);
            if (secret != null) {
                return new Decrypted(TimeCodes.secret(secret), key.equals(keys.get(0)));
            }
        }
        throw new IllegalStateException(
                "No key in " + SecretKeyConfiguration.KEY + " decrypts the second factor of account " + account);
    }

    /** Null where it was encrypted with another key. */
    private static byte @Nullable [] decrypt(SecretKey key, String account, byte[] stored) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(stored, NONCE_BYTES), account)
                    .doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
        } catch (AEADBadTagException another) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String account)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("secondFactor:" + account).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
