package org.ardina.topic;

import org.ardina.article.Slug;

/** Fired when all articles of a topic stand in another one; once at least for each that was moved. */
public record TopicMoved(Slug from, Slug to) {}
