package org.ardina.cache;

import java.util.concurrent.atomic.AtomicBoolean;

/** A page in the memory of this process, with when to look at it more closely than handing it out. */
final class NearPage {

    private static final long VERIFY_MILLIS = 2000;
    private static final long QUIET_MILLIS = 1000;

    private final CachedPage page;
    private final PageAnswer hit;
    private final long begun;
    private final long keptAt;
    private final AtomicBoolean busy = new AtomicBoolean();

    private volatile long verifyAt;
    private volatile long quietUntil;
    private volatile long checkAt;

    /** @param begun the number of the last purge when the page began to be fetched; see {@link Tombstones} */
    NearPage(CachedPage page, PageAnswer.Outcome outcome, long begun, long now) {
        this.page = page;
        this.hit = new PageAnswer(page, PageAnswer.Outcome.NEAR);
        this.begun = begun;
        this.keptAt = now;
        // The replica that rendered it may have known less than this one; its own purge tells, once it comes.
        this.verifyAt = outcome == PageAnswer.Outcome.SHARED ? now + VERIFY_MILLIS : Long.MAX_VALUE;
        this.checkAt = Math.min(verifyAt, page.lifetime().earliestRenewal());
        if (outcome == PageAnswer.Outcome.STALE_IF_ERROR) {
            stayQuiet(now);
        }
    }

    private NearPage(CachedPage page, NearPage other) {
        this.page = page;
        this.hit = new PageAnswer(page, PageAnswer.Outcome.NEAR);
        this.begun = other.begun;
        this.keptAt = other.keptAt;
        this.verifyAt = other.verifyAt;
        this.quietUntil = other.quietUntil;
        this.checkAt = other.checkAt;
    }

    /** The same page, smaller to send. */
    NearPage withBrotli() {
        return new NearPage(page.withBrotli(), this);
    }

    CachedPage page() {
        return page;
    }

    PageAnswer hit() {
        return hit;
    }

    long begun() {
        return begun;
    }

    /** Until then there is nothing to do but to hand it out. */
    long checkAt() {
        return checkAt;
    }

    /** Whether to ask Redis if it is still current. */
    boolean needsVerification(long now) {
        return now >= verifyAt;
    }

    /** Redis said that it is current: asks again after as long as it has been kept. */
    void verified(long now) {
        verifyAt = now + VERIFY_MILLIS + (now - keptAt);
        checkAt = Math.min(verifyAt, page.lifetime().earliestRenewal());
    }

    /** Whether rendering it anew failed a moment ago. */
    boolean isQuiet(long now) {
        return now < quietUntil;
    }

    void stayQuiet(long now) {
        quietUntil = now + QUIET_MILLIS;
    }

    /** Takes the right to do something about the page in the background. */
    boolean tryBusy() {
        return !busy.get() && busy.compareAndSet(false, true);
    }

    void done() {
        busy.set(false);
    }
}
