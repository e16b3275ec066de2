package org.ardina.cache;

/** A page for a reader, and where it came from. */
public record PageAnswer(CachedPage page, Outcome outcome) {

    public enum Outcome {
        /** Kept in this process. */
        NEAR,
        /** Rendered before by another replica, or by this one before it was started again. */
        SHARED,
        /** Rendered for this request, and kept for the next. */
        RENDERED,
        /** Rendered for another request that came at the same time. */
        COLLAPSED,
        /** Rendered, and not to be kept. */
        UNCACHEABLE,
        /** Its lifetime is over and it is being rendered anew. */
        STALE_WHILE_REVALIDATE,
        /** Its lifetime is over and it could not be rendered anew. */
        STALE_IF_ERROR
    }
}
