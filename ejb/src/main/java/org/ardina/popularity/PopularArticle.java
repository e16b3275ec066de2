package org.ardina.popularity;

import org.ardina.article.ArticleSummary;

/**
 * An article in a list of the most popular.
 *
 * @param reads in the period of the list
 */
public record PopularArticle(ArticleSummary article, long reads) {}
