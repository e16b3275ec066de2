package org.ardina.moderation;

/** What is to happen with a text, from lenient to strict. */
public enum Verdict {
    /** It is shown. */
    PUBLISH,
    /** A moderator looks at it first. */
    HOLD,
    /** It is not shown. */
    REJECT;

    /** The stricter of the two. */
    public Verdict strictest(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
