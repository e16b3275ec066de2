package org.ardina.secondfactor;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.Settings;

/** The keys with which secrets of second factors are encrypted in the store. */
@Dependent
public class SecretKeyConfiguration {

    static final String KEY = "ardina.secret-key";

    /** AES-256. */
    private static final int BYTES = 32;

    private final List<SecretKey> keys;

    @Inject
    public SecretKeyConfiguration(Settings settings) {
        this.keys = settings.text(KEY)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(SecretKeyConfiguration::read)
                        .toList())
                .orElseGet(List::of);
    }

    /** The first encrypts, all decrypt; none where secrets are not encrypted. */
    List<SecretKey> keys() {
        return keys;
    }

    private static SecretKey read(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return new SecretKeySpec(key, "AES");
            }
        } catch (IllegalArgumentException notBase64) {
            throw wrong();
        }
        throw wrong();
    }

    private static ConfigurationException wrong() {
        return new ConfigurationException(
                KEY, "(not shown)", BYTES + " random bytes in Base64, as openssl rand -base64 32 prints them", null);
    }
}
