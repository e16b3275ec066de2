package org.ardina.comment;

import org.ardina.article.Slug;

/**
 * How articles of a topic are commented on.
 *
 * @param closed not at all
 * @param reviewedFirst comments are looked at before they are shown
 */
public record TopicRule(Slug topic, boolean closed, boolean reviewedFirst) {}
