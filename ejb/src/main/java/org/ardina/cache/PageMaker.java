package org.ardina.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Makes pages to keep from what renderers make: compressed once, named by a hash, given a lifetime. */
final class PageMaker {

    /** How long an address where nothing is counts as known; a change drops it sooner. */
    private static final long NEGATIVE_MILLIS = 10_000;

    private static final double JITTER = 0.1;
    private static final int HASH_BYTES = 12;

    private final PageConfiguration configuration;
    private final DoubleSupplier random;

    PageMaker(PageConfiguration configuration, DoubleSupplier random) {
        this.configuration = configuration;
        this.random = random;
    }

    CachedPage make(PageContent content, @Nullable Generation generation, long begun, int renderMillis) {
        CachedPage.Head head = new CachedPage.Head(
                content.status(),
                content.mediaType(),
                content.location(),
                hash(content.body()),
                PageTags.header(content.tags()));
        return new CachedPage(
                head,
                PageTags.marks(content.tags()),
                lifetime(content, begun, renderMillis),
                generation,
                HoledGzip.compress(content.body(), content.holes()),
                null);
    }

    private Lifetime lifetime(PageContent content, long begun, int renderMillis) {
        if (!content.isKept()) {
            return new Lifetime(begun, begun, begun, renderMillis);
        }
        if (content.isNegative()) {
            long end = begun + NEGATIVE_MILLIS;
            return new Lifetime(begun, end, end, renderMillis);
        }
        long whole = configuration.lifetime().toMillis();
        long freshUntil = begun + whole - (long) (whole * JITTER * random.getAsDouble());
        return new Lifetime(
                begun, freshUntil, freshUntil + configuration.staleIfError().toMillis(), renderMillis);
    }

    /** What names the bytes, in hexadecimal digits. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
