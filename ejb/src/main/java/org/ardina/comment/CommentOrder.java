package org.ardina.comment;

/** In which order threads are listed. */
public enum CommentOrder {
    NEWEST,
    OLDEST,
    /** Those whose first comment is liked most. */
    TOP
}
