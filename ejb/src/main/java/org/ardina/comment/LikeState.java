package org.ardina.comment;

/**
 * How many like something, and whether the one who asks does.
 */
public record LikeState(long likes, boolean liked) {}
