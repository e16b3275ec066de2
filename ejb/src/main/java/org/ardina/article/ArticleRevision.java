package org.ardina.article;

/** A text that an article had, has or is to have. */
public record ArticleRevision(ArticleId article, Edit edit, Content content) {}
