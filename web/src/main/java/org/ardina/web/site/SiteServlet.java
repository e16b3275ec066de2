package org.ardina.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.CachedPage;
import org.ardina.web.door.RequestIdFilter;
import org.ardina.web.door.RequestParameters;
import org.jspecify.annotations.Nullable;

/**
 * The reader site over HTTP: its pages, and the files that they refer to. The server's metrics have a label for what a
 * servlet is mapped to, and for {@code /} it would be every address that anybody thinks of.
 */
@WebServlet(value = "/*", asyncSupported = true)
public class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(SiteServlet.class.getName());
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");
    private static final long MORE_THAN_ANY_PAGE_TAKES = 60_000;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    @Inject
    private transient Replies replies;

    @Inject
    private transient PageResponse pageResponse;

    @Inject
    private transient ReaderHoles holes;

    @Inject
    private transient Notices notices;

    @Inject
    private transient LanguageChoice choice;

    @Inject
    private transient ReadCounting reads;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (METHODS.contains(request.getMethod())) {
            super.service(request, response);
        } else {
            response.setHeader("Allow", String.join(", ", METHODS));
            notices.write(Notice.METHOD_NOT_ALLOWED, RequestLanguage.of(request), request, response);
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String cursor = null;
        if (request.getQueryString() != null) {
            if (!RequestParameters.areReadable(request)) {
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
        if (cursor != null && !PageAddress.isCursor(cursor)) {
            notices.write(Notice.BAD_REQUEST, language, request, response);
            return;
        }
        String page = ConversationAddress.isOne(path)
                ? ConversationAddress.normalise(path, request)
                : PageAddress.normalise(path, cursor);
        if (path.equals(PopularAddress.PATH)) {
            Optional<PopularAddress> popular = PopularAddress.of(request);
            if (popular.isEmpty()) {
                notices.write(Notice.BAD_REQUEST, language, request, response);
                return;
            }
            page = popular.get().path();
        }
        // Asked while the request has its thread: another does not know who reads.
        Function<String, byte[]> filling = holes.filling(request, language);
        try {
            Reply near = replies.near(page, language);
            if (near == null) {
                answerLater(replies.fetch(page, language), filling, language, request, response);
            } else {
                write(near, filling, request, response);
            }
        } catch (RuntimeException failure) {
            writeFailure(failure, language, request, response);
        }
    }

    /** Answers when the page has come. Until then the request has no thread. */
    private void answerLater(
            CompletableFuture<Reply> reply,
            @Nullable Function<String, byte[]> filling,
            InterfaceLanguage language,
            HttpServletRequest request,
            HttpServletResponse response) {
        AsyncContext later = request.startAsync(request, response);
        later.setTimeout(MORE_THAN_ANY_PAGE_TAKES);
        var unused = reply.whenComplete((answer, failure) -> later.start(() -> RequestIdFilter.during(request, () -> {
            try {
                finish(answer, failure, filling, language, request, response);
            } catch (IOException gone) {
                LOG.log(Level.FINE, "The reader did not wait for the page", gone);
            } catch (RuntimeException defect) {
                LOG.log(Level.SEVERE, "Not even the failure of a page could be told", defect);
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            } finally {
                later.complete();
            }
        })));
    }

    private void finish(
            @Nullable Reply reply,
            @Nullable Throwable failure,
            @Nullable Function<String, byte[]> filling,
            InterfaceLanguage language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (reply == null) {
            writeFailure(Objects.requireNonNull(failure), language, request, response);
            return;
        }
        try {
            write(reply, filling, request, response);
        } catch (RuntimeException defect) {
            writeFailure(defect, language, request, response);
        }
    }

    private void writeFailure(
            Throwable failure, InterfaceLanguage language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        notices.writeFailure("The page " + request.getPathInfo(), failure, language, request, response);
    }

    private void write(
            Reply reply,
            @Nullable Function<String, byte[]> filling,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CachedPage page = reply.page().page();
        int status = reply.nothing() == null ? page.status() : HttpServletResponse.SC_NOT_FOUND;
        if (filling != null && page.hasHoles()) {
            pageResponse.writePersonal(reply, status, filling, request, response);
        } else if (reply.nothing() != null) {
            pageResponse.write(page, status, reply.nothing(), request, response);
        } else if (page.isKept()) {
            pageResponse.write(reply.page(), request, response);
        } else {
            pageResponse.write(page, status, CacheStatus.BYPASS, request, response);
        }
        if (reply.nothing() == null) {
            reads.count(page, request, response);
        }
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
