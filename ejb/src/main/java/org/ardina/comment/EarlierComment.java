package org.ardina.comment;

import java.time.Instant;

/**
 * What an author wrote before, as far as their next comment is judged by it.
 *
 * @param body empty where it was withdrawn
 */
record EarlierComment(CommentId id, String body, CommentState state, Instant writtenAt) {

    boolean isVisible() {
        return state == CommentState.VISIBLE;
    }
}
