package org.ardina.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;

/** Search as a reader uses it. */
record SearchPages(NewsSite site) {

    private static final Duration BUILT = Duration.ofMinutes(2);

    /** Waits until every article can be found. */
    SearchPages awaitComplete() {
        Awaitility.await("the search index").atMost(BUILT).until(() -> site.metric("ardina_search_complete") == 1);
        return this;
    }

    /** Waits until that many articles can be found. */
    void awaitArticles(int count) {
        Awaitility.await(count + " articles in the search index")
                .atMost(BUILT)
                .until(() -> site.metric("ardina_search_articles") == count);
    }

    static String path(String text) {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Document page(String text) {
        return site.page(path(text));
    }

    /** How many stories a page of results says there are. */
    static int count(Document page) {
        String count = page.select(".count").text().replaceAll("\\D.*", "");
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }

    int count(String text) {
        return count(page(text));
    }

    static List<String> headlines(Document page) {
        return page.select(".found .story h2").eachText();
    }

    /** The slugs of what the API finds, best first. */
    List<String> slugs(String text, int limit) {
        return site.json(site.get(
                        "/api/v1/articles?limit=" + limit + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
                .path("items")
                .findValuesAsText("slug");
    }
}
