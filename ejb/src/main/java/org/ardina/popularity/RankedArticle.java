package org.ardina.popularity;

import org.ardina.article.ArticleId;

/** How often an article was read in a period. */
record RankedArticle(ArticleId article, long reads) {}
