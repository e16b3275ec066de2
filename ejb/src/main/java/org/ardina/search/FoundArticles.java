package org.ardina.search;

import java.util.List;
import org.ardina.article.ArticleSummary;

/**
 * The articles that a search has found.
 *
 * @param total how many there are in all
 */
public record FoundArticles(List<ArticleSummary> articles, int total) {

    public FoundArticles {
        articles = List.copyOf(articles);
    }
}
