package org.ardina.topic;

import org.ardina.article.Slug;

/**
 * A section of the paper.
 *
 * @param order of the sections on the front page, smallest first
 * @param articles how many published ones it has; derived, and repaired by recounting
 */
public record Topic(Slug slug, String name, String description, int order, long articles) {

    /** The order of topics that nobody has placed yet: behind all others. */
    public static final int LAST = 1_000_000;

    public static final int MAXIMUM_NAME = 120;
}
