package org.ardina.web.site;

import org.ardina.cache.PageAnswer;

/** The header Cache-Status (RFC 9211): whether the page was kept, for how long it still is, and why not. */
final class CacheStatus {

    static final String NAME = "Cache-Status";
    static final String BYPASS = "ardina; fwd=bypass";
    static final String NO_SUCH_ADDRESS = "ardina; hit; detail=no-such-address";
    static final String MISS = "ardina; fwd=uri-miss";
    static final String STORED = "ardina; fwd=uri-miss; stored";
    static final String FAILED = "ardina; fwd=uri-miss; detail=failed";

    private static final String HIT = "ardina; hit; ttl=";

    /** Those of the next quarter of an hour, as most hits are. */
    private static final String[] HITS = new String[900];

    static {
        for (int ttl = 0; ttl < HITS.length; ttl++) {
            HITS[ttl] = HIT + ttl;
        }
    }

    private CacheStatus() {}

    /** Of a page that was kept and will be for so long. */
    static String hit(long ttl) {
        return HIT + ttl;
    }

    static String of(PageAnswer answer, long nowMillis) {
        int ttl = (int) answer.page().secondsLeft(nowMillis);
        return switch (answer.outcome()) {
            case NEAR -> ttl >= 0 && ttl < HITS.length ? HITS[ttl] : hit(ttl);
            case SHARED -> HIT + ttl + "; detail=shared";
            case RENDERED -> "ardina; fwd=uri-miss; stored; ttl=" + ttl;
            case COLLAPSED -> "ardina; fwd=uri-miss; collapsed; ttl=" + ttl;
            case UNCACHEABLE -> MISS;
            case STALE_WHILE_REVALIDATE -> HIT + ttl + "; detail=stale-while-revalidate";
            case STALE_IF_ERROR -> HIT + ttl + "; detail=stale-if-error";
        };
    }
}
