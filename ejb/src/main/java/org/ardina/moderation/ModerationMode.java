package org.ardina.moderation;

/** Whether comments are looked at before or after they are shown. */
public enum ModerationMode {
    BEFORE_PUBLICATION,
    AFTER_PUBLICATION;

    /** The stricter of the two, as where an article or an account has another mode than its topic or the site. */
    public ModerationMode strictest(ModerationMode other) {
        return this == BEFORE_PUBLICATION ? this : other;
    }
}
