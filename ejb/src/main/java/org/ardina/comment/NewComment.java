package org.ardina.comment;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say.
 *
 * @param parent what it answers, absent for a new thread
 * @param key tells a repeated attempt from a second comment; absent where there is none
 */
public record NewComment(
        String body, @Nullable CommentId parent, @Nullable String key) {}
