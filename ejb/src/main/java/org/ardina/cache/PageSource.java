package org.ardina.cache;

import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Where a page comes from that is not near: from Redis, else it is rendered, by one replica and not by all. */
final class PageSource {

    private static final long LEASE_WAIT_MILLIS = 2000;
    private static final long LOOK_AGAIN_NANOS = 10_000_000;

    private final SharedPages shared;
    private final Rendering rendering;
    private final InstantSource clock;

    PageSource(SharedPages shared, Rendering rendering, InstantSource clock) {
        this.shared = shared;
        this.rendering = rendering;
        this.clock = clock;
    }

    /** @param old the page that is to be renewed; a shared one counts only when it is newer */
    PageAnswer fetch(PageKey key, PageRenderer renderer, @Nullable CachedPage old) {
        if (!key.isCommon()) {
            return answer(rendering.render(key, renderer, null));
        }
        PageAnswer known = news(shared.find(key), old);
        if (known != null) {
            return known;
        }
        SharedPages.Lease lease = shared.lease(key);
        known = news(lease.found(), old);
        long giveUp = clock.millis() + LEASE_WAIT_MILLIS;
        while (known == null && !lease.taken() && clock.millis() < giveUp) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            lease = shared.lease(key);
            known = news(lease.found(), old);
        }
        if (known == null) {
            return render(key, renderer, lease);
        }
        if (lease.taken()) {
            shared.release(key);
        }
        return known;
    }

    private PageAnswer render(PageKey key, PageRenderer renderer, SharedPages.Lease lease) {
        boolean stored = false;
        try {
            Rendering.Rendered rendered =
                    rendering.render(key, renderer, lease.found().generation());
            CachedPage page = rendered.page();
            if (rendered.kept() && !page.isNegative() && page.generation() != null) {
                shared.store(key, page);
                stored = true;
            }
            return answer(rendered);
        } catch (RuntimeException failure) {
            CachedPage stale = lease.found().page();
            if (stale == null || !stale.lifetime().isShowable(clock.millis())) {
                throw failure;
            }
            PageCache.tellOfStalePage(key, failure);
            return new PageAnswer(stale, PageAnswer.Outcome.STALE_IF_ERROR);
        } finally {
            if (lease.taken() && !stored) {
                shared.release(key);
            }
        }
    }

    /** The page that was found, if it makes rendering unnecessary. */
    private @Nullable PageAnswer news(SharedPages.Found found, @Nullable CachedPage old) {
        CachedPage page = found.page();
        return page != null
                        && page.lifetime().isFresh(clock.millis())
                        && (old == null
                                || page.lifetime().storedAt() > old.lifetime().storedAt())
                ? new PageAnswer(page, PageAnswer.Outcome.SHARED)
                : null;
    }

    private static PageAnswer answer(Rendering.Rendered rendered) {
        return new PageAnswer(
                rendered.page(), rendered.kept() ? PageAnswer.Outcome.RENDERED : PageAnswer.Outcome.UNCACHEABLE);
    }
}
