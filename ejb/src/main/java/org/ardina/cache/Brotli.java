package org.ardina.cache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compression by Brotli (RFC 7932), where its native library can be loaded. */
final class Brotli {

    private static final Logger LOG = Logger.getLogger(Brotli.class.getName());

    /** About as fast as gzip at its usual level, and a tenth smaller. */
    private static final int QUALITY = 4;

    private static final boolean AVAILABLE = load();

    private Brotli() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }

    /** The compressed bytes, or null where there is no Brotli. */
    static byte @Nullable [] compress(byte[] bytes) {
        if (!AVAILABLE) {
            return null;
        }
        try {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(QUALITY));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Compression in memory failed", impossible);
        }
    }

    private static boolean load() {
        boolean available = Brotli4jLoader.isAvailable();
        if (!available) {
            LOG.log(
                    Level.WARNING,
                    "Pages are compressed by gzip only: {0}",
                    String.valueOf(Brotli4jLoader.getUnavailabilityCause()));
        }
        return available;
    }
}
