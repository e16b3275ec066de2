package org.ardina.comment;

/**
 * That somebody was answered or named in a comment.
 *
 * @param account who is to be told
 */
record ConversationNotice(String account, CommentId comment, Kind kind) {

    /** What happened. */
    enum Kind {
        REPLY,
        MENTION
    }
}
