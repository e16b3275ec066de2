package org.ardina.comment;

/** Where a comment stands. */
public enum CommentState {
    /** Everybody reads it. */
    VISIBLE,
    /** Waits for an administrator's decision; its author sees it. */
    PENDING,
    /** Not shown, by a check or an administrator; its author sees why. */
    REJECTED,
    /** Taken back by its author, its text with it. */
    WITHDRAWN,
    /** Its author sees it as if everybody did, and nobody else sees it: written by somebody who is muted unawares. */
    SHADOWED;

    /** What its author is told. */
    public CommentState told() {
        return this == SHADOWED ? VISIBLE : this;
    }
}
