package org.ardina.web.api;

import org.ardina.comment.LikeState;

/** How many like something, and whether the caller does. */
public record LikeView(long likes, boolean liked) {

    static LikeView of(LikeState state) {
        return new LikeView(state.likes(), state.liked());
    }
}
