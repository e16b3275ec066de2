package org.ardina.search;

import org.ardina.article.ArticleSummary;

/**
 * An article that was found.
 *
 * @param headline with what was searched for marked
 * @param excerpt of the text, where most of what was searched for stands together
 */
public record SearchHit(ArticleSummary article, MarkedText headline, MarkedText excerpt) {}
