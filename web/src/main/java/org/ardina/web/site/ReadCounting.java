package org.ardina.web.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.ardina.article.ArticleId;
import org.ardina.cache.CachedPage;
import org.ardina.popularity.Reads;
import org.ardina.web.door.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * Counts that people read articles: what was sent to browsers that asked for it themselves. Pages that a browser knew
 * already, was only asked about, or fetches in case that somebody wants them, do not count, nor what programs fetch.
 */
@Dependent
class ReadCounting {

    private final Reads reads;
    private final ClientAddress addresses;

    @Inject
    ReadCounting(Reads reads, ClientAddress addresses) {
        this.reads = reads;
        this.addresses = addresses;
    }

    /** To be called after the page was written. */
    void count(CachedPage page, HttpServletRequest request, HttpServletResponse response) {
        String article = page.article();
        if (article != null
                && response.getStatus() == HttpServletResponse.SC_OK
                && request.getMethod().equals("GET")
                && !isAhead(request.getHeader("Sec-Purpose"))
                && !isAhead(request.getHeader("Purpose"))
                && !isAhead(request.getHeader("X-Moz"))) {
            String agent = request.getHeader("User-Agent");
            if (agent != null && !Crawlers.isOne(agent)) {
                reads.count(new ArticleId(article), addresses.of(request), agent);
            }
        }
    }

    /** Whether a browser fetches ahead. Only {@code Sec-Purpose} is specified; others did the same before it. */
    private static boolean isAhead(@Nullable String purpose) {
        return purpose != null && purpose.contains("prefetch");
    }
}
