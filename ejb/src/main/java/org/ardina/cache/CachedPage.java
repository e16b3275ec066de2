package org.ardina.cache;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A public page as it is kept: compressed, with the tags of what it shows and its lifetime, none of which ever changes. Compressed by
 * Brotli as well it is twice as large, so that this is for pages that are often asked for in it.
 */
public final class CachedPage {

    private static final int OVERHEAD = 400;

    /** So many readers make up for compressing a page better. */
    private static final int WORTH_BROTLI = 5;

    private final Head head;
    private final int[] marks;
    private final Lifetime lifetime;
    private final @Nullable Generation generation;
    private final HoledGzip holed;
    private final Variant gzip;
    private final @Nullable Variant brotli;
    private final String cacheTag;
    private final @Nullable String article;

    /** About how often Brotli was asked for in vain. */
    private int brotliMissed;

    /** Inflated when somebody takes no compression; given up when memory is short. */
    private volatile SoftReference<Variant> identity = new SoftReference<>(null);

    CachedPage(
            Head head,
            int[] marks,
            Lifetime lifetime,
            @Nullable Generation generation,
            HoledGzip gzip,
            byte @Nullable [] brotli) {
        this.head = head;
        this.marks = marks;
        this.lifetime = lifetime;
        this.generation = generation;
        this.holed = gzip;
        this.gzip = new Variant(gzip.bytes(), Encoding.GZIP, head.hash());
        this.brotli = brotli == null ? null : new Variant(brotli, Encoding.BROTLI, head.hash());
        this.cacheTag = head.tags().replace(' ', ',');
        this.article = head.status() == 200 ? PageTags.firstArticle(head.tags()) : null;
    }

    /**
     * A page of which there are endless others, not worth much work and not for the page cache: compressed quickly, by
     * gzip only, and without tags.
     */
    public static CachedPage passing(PageContent content, Duration lifetime) {
        Head head =
                new Head(content.status(), content.mediaType(), content.location(), PageMaker.hash(content.body()), "");
        long now = System.currentTimeMillis();
        long end = now + lifetime.toMillis();
        return new CachedPage(
                head,
                new int[0],
                new Lifetime(now, end, end, 0),
                null,
                HoledGzip.compress(content.body(), content.holes(), Deflater.BEST_SPEED),
                null);
    }

    /** The page with its bytes in Brotli too; the same where there is no Brotli. */
    CachedPage withBrotli() {
        return new CachedPage(
                head,
                marks,
                lifetime,
                generation,
                holed,
                Brotli.compress(identity().bytes()));
    }

    /** As in HTTP: 200, 301 with a {@link #location}, or 404, which has no body here. */
    public int status() {
        return head.status();
    }

    public String mediaType() {
        return head.mediaType();
    }

    public @Nullable String location() {
        return head.location();
    }

    /** The tags for a header {@code Surrogate-Key}. */
    public String surrogateKey() {
        return head.tags();
    }

    /** The id of the article that is all of the page; absent where there is none, or several. */
    public @Nullable String article() {
        return article;
    }

    /** The tags for a header {@code Cache-Tag}. */
    public String cacheTag() {
        return cacheTag;
    }

    /** How long it stays fresh; negative once it is not. */
    public long secondsLeft(long nowMillis) {
        return Math.floorDiv(lifetime.freshUntil() - nowMillis, 1000L);
    }

    /** The bytes in that encoding, or null if it is not kept in it; it always is in identity and gzip. */
    public @Nullable Variant variant(Encoding encoding) {
        return switch (encoding) {
            case GZIP -> gzip;
            case BROTLI -> brotli();
            case IDENTITY -> identity();
        };
    }

    /** Whether parts of it differ by reader. */
    public boolean hasHoles() {
        return !holed.holes().isEmpty();
    }

    /**
     * The bytes for one reader, which are for nobody else.
     *
     * @param encoding gzip, or as it is
     * @param filling what belongs into a hole, by its name
     */
    public byte[] filled(Encoding encoding, Function<String, byte[]> filling) {
        return switch (encoding) {
            case GZIP -> holed.filled(filling);
            case IDENTITY -> holed.filled(identity().bytes(), filling);
            case BROTLI -> throw new IllegalArgumentException("Brotli cannot be filled in");
        };
    }

    HoledGzip holed() {
        return holed;
    }

    private @Nullable Variant brotli() {
        if (brotli == null && brotliMissed < WORTH_BROTLI) {
            brotliMissed++;
        }
        return brotli;
    }

    /** Whether it is worth to be {@link #withBrotli}. */
    boolean isWorthBrotli() {
        return brotliMissed == WORTH_BROTLI && Brotli.isAvailable();
    }

    private Variant identity() {
        Variant inflated = identity.get();
        if (inflated == null) {
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(gzip.bytes()))) {
                inflated = new Variant(stream.readAllBytes(), Encoding.IDENTITY, head.hash());
            } catch (IOException damaged) {
                throw new UncheckedIOException("A page in memory cannot be inflated", damaged);
            }
            identity = new SoftReference<>(inflated);
        }
        return inflated;
    }

    Head head() {
        return head;
    }

    int[] marks() {
        return marks;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    /** Where in the order of purges its rendering began; absent for one that Redis knows nothing of. */
    @Nullable Generation generation() {
        return generation;
    }

    /** Whether it may be handed to others than whoever it was rendered for. */
    public boolean isKept() {
        return PageContent.isKept(head.status());
    }

    boolean isNegative() {
        return head.status() == 404;
    }

    /** About how many bytes of memory it takes. */
    public int weight() {
        return gzip.bytes().length
                + (brotli == null ? 0 : brotli.bytes().length)
                + 2 * head.tags().length()
                + Integer.BYTES * marks.length
                + OVERHEAD;
    }

    /**
     * What is told of the page besides its bytes.
     *
     * @param hash of the body before compression, in hexadecimal digits
     * @param tags separated by spaces
     */
    record Head(int status, String mediaType, @Nullable String location, String hash, String tags) {}
}
