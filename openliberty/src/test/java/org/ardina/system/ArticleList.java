package org.ardina.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All published articles as the API lists them. */
record ArticleList(List<JsonNode> articles) {

    /** @param query parameters, as {@code topic=city}; empty for all articles */
    static ArticleList of(NewsSite site, String query) {
        List<JsonNode> articles = new ArrayList<>();
        String path = "/api/v1/articles?limit=100" + (query.isEmpty() ? "" : "&" + query);
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = site.json(site.get(next));
            page.path("items").forEach(articles::add);
            next = page.hasNonNull("next")
                    ? path + "&cursor=" + page.path("next").asText()
                    : "";
        }
        return new ArticleList(articles);
    }

    List<String> values(String field) {
        return articles.stream().map(article -> article.path(field).asText()).toList();
    }

    /** The slugs of some of them, the same for the same seed. */
    List<String> sample(int size, long seed) {
        List<String> slugs = new ArrayList<>(values("slug"));
        Collections.shuffle(slugs, new Random(seed));
        return slugs.subList(0, Math.min(size, slugs.size()));
    }
}
