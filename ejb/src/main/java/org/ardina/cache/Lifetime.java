package org.ardina.cache;

/**
 * How long a page may be shown, in milliseconds since 1970.
 *
 * @param storedAt when its rendering began
 * @param freshUntil from when on it is to be rendered anew
 * @param staleUntil until when it may be shown if that fails
 * @param renderMillis how long rendering took
 */
record Lifetime(long storedAt, long freshUntil, long staleUntil, int renderMillis) {

    /** Renewal this many render times ahead of the end has a probability of e to the power of minus 20. */
    private static final int EARLIEST = 20;

    boolean isFresh(long now) {
        return now < freshUntil;
    }

    boolean isShowable(long now) {
        return now < staleUntil;
    }

    /** From when on {@link #isRenewedEarly} may be true. */
    long earliestRenewal() {
        return freshUntil - (long) EARLIEST * renderMillis;
    }

    /**
     * Whether to render anew before the end, so that not all who ask notice it at once: XFetch with β = 1, by Vattani,
     * Chierichetti and Lowenstein, “Optimal Probabilistic Cache Stampede Prevention”, PVLDB 8(8), 2015.
     *
     * @param random from 0, exclusive, to 1
     */
    boolean isRenewedEarly(long now, double random) {
        return now - renderMillis * Math.log(random) >= freshUntil;
    }
}
