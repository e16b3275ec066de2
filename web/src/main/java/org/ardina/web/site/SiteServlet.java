package org.ardina.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.PageAnswer;
import org.ardina.cache.PageCache;
import org.ardina.cache.PageKey;
import org.ardina.problem.BusyException;
import org.ardina.store.StoreFailure;
import org.jspecify.annotations.Nullable;

/**
 * The reader site over HTTP: its pages, and the files that they refer to. The server's metrics have a label for what a
 * servlet is mapped to, and for {@code /} it would be every address that anybody thinks of.
 */
@WebServlet("/*")
public class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(SiteServlet.class.getName());
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    @Inject
    private transient PageCache cache;

    @Inject
    private transient ReaderPages pages;

    @Inject
    private transient PageResponse pageResponse;

    @Inject
    private transient Notices notices;

    @Inject
    private transient LanguageChoice choice;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String cursor = null;
        if (request.getQueryString() != null) {
            if (!isReadable(request)) {
                notices.write(Notice.BAD_REQUEST, RequestLanguage.of(request), request, response);
                return;
            }
            if (choice.isAnswered(request, response)) {
                return;
            }
            cursor = request.getParameter("cursor");
        }
        if (path.startsWith(Assets.ROOT)) {
            Optional<Asset> asset = Assets.find(path);
            if (asset.isPresent()) {
                write(asset.get(), request, response);
                return;
            }
        }
        InterfaceLanguage language = RequestLanguage.of(request);
        try {
            answer(path, cursor, language, request, response);
        } catch (BusyException busy) {
            LOG.log(Level.FINE, "A page was refused", busy);
            notices.write(Notice.UNAVAILABLE, language, request, response);
        } catch (RuntimeException failure) {
            // Whatever went wrong, a reader gets a page that says so.
            boolean away = StoreFailure.isCauseOf(failure);
            LOG.log(away ? Level.FINE : Level.SEVERE, "The page " + path + " failed", failure);
            notices.write(away ? Notice.UNAVAILABLE : Notice.ERROR, language, request, response);
        }
    }

    /** Whether the server can tell the parameters of the address apart; it cannot where a percent sign is broken. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException | IllegalArgumentException broken) {
            return false;
        }
    }

    private void answer(
            String path,
            @Nullable String cursor,
            InterfaceLanguage language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (cursor != null && !PageAddress.isCursor(cursor)) {
            notices.write(Notice.BAD_REQUEST, language, request, response);
            return;
        }
        String normalised = PageAddress.normalise(path, cursor);
        if (normalised == null) {
            writeNotFound(CacheStatus.NO_SUCH_ADDRESS, language, request, response);
            return;
        }
        PageAnswer answer = cache.get(new PageKey(normalised, language.tag(), PageKey.WORLD), pages);
        switch (answer.page().status()) {
            case HttpServletResponse.SC_OK, HttpServletResponse.SC_MOVED_PERMANENTLY ->
                pageResponse.write(answer, request, response);
            case HttpServletResponse.SC_NOT_FOUND ->
                writeNotFound(CacheStatus.of(answer, System.currentTimeMillis()), language, request, response);
            default -> pageResponse.write(answer.page(), answer.page().status(), CacheStatus.BYPASS, request, response);
        }
    }

    /** Writes the one page for all addresses where nothing is. */
    private void writeNotFound(
            String cacheStatus, InterfaceLanguage language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PageKey key = new PageKey(PageAddress.NOT_FOUND, language.tag(), PageKey.WORLD);
        pageResponse.write(
                cache.get(key, pages).page(), HttpServletResponse.SC_NOT_FOUND, cacheStatus, request, response);
    }

    private static void write(Asset asset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(asset.mediaType());
        response.setHeader("Cache-Control", asset.immutable() ? FOR_EVER : FOR_AN_HOUR);
        // Weak, as the server may compress on the way out.
        String tag = "W/\"" + asset.hash() + '"';
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLength(asset.bytes().length);
        response.getOutputStream().write(asset.bytes());
    }
}
