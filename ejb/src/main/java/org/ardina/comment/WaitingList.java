package org.ardina.comment;

/** Why a comment waits for an administrator. */
public enum WaitingList {
    /** Held back before anybody reads it. */
    PENDING,
    /** Visible, and reported by readers. */
    REPORTED,
    /** Decided by the checks alone, which found something. */
    FLAGGED,
    /** Rejected, and its author asks for another look. */
    APPEALED
}
