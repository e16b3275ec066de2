package org.ardina.web.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.ardina.cache.CachedPage;
import org.ardina.cache.PageContent;
import org.ardina.configuration.PublicAddress;
import org.ardina.problem.InvalidInputException;
import org.ardina.search.Search;
import org.ardina.search.SearchQuery;
import org.ardina.search.SearchResult;
import org.ardina.store.StoreFailure;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Search pages. There are endless ones, so they are not in the page cache, where they would take the place of others. A
 * few are kept here for moments, as what many look for at a time is the same; a page that another index would give is
 * not used.
 */
@PermitAll
@WebServlet(SearchAddress.PATH)
public class SearchServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** For so long what has become due meanwhile may be missing. */
    private static final Duration LIFETIME = Duration.ofSeconds(2);

    private static final int KEPT_BYTES = 4 * 1024 * 1024;

    private final transient Cache<Key, CachedPage> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .weigher(
                    (Key key, CachedPage page) -> page.weight() + 2 * key.path().length())
            .expireAfterWrite(LIFETIME)
            .build();

    @Inject
    private transient Search search;

    @Inject
    private transient Topics topics;

    @Inject
    private transient PublicAddress site;

    @Inject
    private transient PageResponse pageResponse;

    @Inject
    private transient ReaderHoles holes;

    @Inject
    private transient Notices notices;

    @Inject
    private transient LanguageChoice choice;

    private transient Pages pages;
    private transient volatile List<Topic> knownTopics = List.of();

    /** @param generation of the index; see {@link Search#generation} */
    private record Key(String path, InterfaceLanguage language, long generation) {}

    @Override
    public void init() {
        pages = new Pages(site.uri());
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        InterfaceLanguage language = RequestLanguage.of(request);
        SearchAddress address;
        try {
            address = SearchAddress.of(request);
        } catch (IllegalStateException | IllegalArgumentException broken) {
            notices.write(Notice.BAD_REQUEST, language, request, response);
            return;
        }
        try {
            if (!choice.isAnswered(address.path(), request, response)) {
                answer(address, language, request, response);
            }
        } catch (RuntimeException failure) {
            notices.writeFailure("A search", failure, language, request, response);
        }
    }

    private void answer(
            SearchAddress address, InterfaceLanguage language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SearchQuery query;
        SearchAddress normalised;
        try {
            query = address.query();
            normalised = address.normalised(query);
        } catch (InvalidInputException problem) {
            SearchPage page = new SearchPage(topics(), address.withDays(address.from(), address.to()), null, problem);
            write(render(page, Notice.BAD_REQUEST.status(), language), CacheStatus.BYPASS, language, request, response);
            return;
        }
        Key key = new Key(normalised.path(), language, search.generation());
        CachedPage page = kept.getIfPresent(key);
        if (page != null) {
            String hit = CacheStatus.hit(page.secondsLeft(System.currentTimeMillis()));
            write(page, hit, language, request, response);
            return;
        }
        @Nullable SearchResult result = query.isEmpty() ? null : search.find(query);
        page = render(new SearchPage(topics(), normalised, result, null), HttpServletResponse.SC_OK, language);
        boolean whole = result == null || result.complete();
        if (whole) {
            kept.put(key, page);
        }
        write(page, whole ? CacheStatus.STORED : CacheStatus.MISS, language, request, response);
    }

    private CachedPage render(SearchPage page, int status, InterfaceLanguage language) {
        Html html = pages.search(page, language);
        return CachedPage.passing(
                new PageContent(status, ReaderPages.HTML, html.bytes(), html.holes(), null, List.of()), LIFETIME);
    }

    private void write(
            CachedPage page,
            String cacheStatus,
            InterfaceLanguage language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        @Nullable Function<String, byte[]> filling = holes.filling(request, language);
        if (filling != null) {
            pageResponse.writePersonal(page, page.status(), cacheStatus, filling, request, response);
        } else if (page.isKept()) {
            pageResponse.writePassing(page, cacheStatus, request, response);
        } else {
            pageResponse.write(page, page.status(), cacheStatus, request, response);
        }
    }

    /** The topics, or those known before while MongoDB is away: the search itself needs no store. */
    private List<Topic> topics() {
        try {
            knownTopics = topics.list();
        } catch (RuntimeException failure) {
            if (!StoreFailure.isCauseOf(failure)) {
                throw failure;
            }
        }
        return knownTopics;
    }
}
