package org.ardina.web.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import org.ardina.cache.CachedPage;
import org.ardina.cache.Encoding;
import org.ardina.cache.PageAnswer;
import org.ardina.cache.PageConfiguration;
import org.ardina.cache.Variant;
import org.ardina.configuration.PublicAddress;
import org.ardina.websub.WebSubHub;
import org.jspecify.annotations.Nullable;

/** Writes kept pages as HTTP responses: in the encoding that the reader takes, or 304 where they have the page. */
@Dependent
class PageResponse {

    private static final String VARY = "Accept-Encoding, Accept-Language, Cookie";
    private static final int SECONDS_IN_BROWSER = 5;
    private static final String PASSING = "public, max-age=" + SECONDS_IN_BROWSER;

    private final String caching;
    private final @Nullable URI hub;
    private final PublicAddress site;

    @Inject
    PageResponse(PageConfiguration pages, PurgeHook purgeHook, WebSubHub hub, PublicAddress site) {
        this.hub = hub.address().orElse(null);
        this.site = site;
        // A cache in front keeps pages for long only if it is told when they change.
        String inFront =
                purgeHook.isConfigured() ? ", s-maxage=" + pages.lifetime().toSeconds() : "";
        this.caching = "public, max-age=" + SECONDS_IN_BROWSER + inFront + ", stale-while-revalidate="
                + SECONDS_IN_BROWSER + ", stale-if-error="
                + pages.staleIfError().toSeconds();
    }

    /** Writes a page that is there. */
    void write(PageAnswer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        CachedPage page = answer.page();
        response.setHeader("Vary", VARY);
        response.setHeader("Cache-Control", caching);
        response.setHeader("Surrogate-Key", page.surrogateKey());
        response.setHeader("Cache-Tag", page.cacheTag());
        response.setHeader(CacheStatus.NAME, CacheStatus.of(answer, System.currentTimeMillis()));
        if (hub != null && FeedFormat.isContentType(page.mediaType())) {
            String self = site.page(request.getRequestURI());
            response.setHeader("Link", "<" + hub + ">; rel=\"hub\", <" + self + ">; rel=\"self\"");
        }
        if (page.location() != null) {
            response.setHeader("Location", page.location());
            response.setStatus(page.status());
            return;
        }
        Variant variant = chosen(page, request);
        response.setHeader("ETag", variant.entityTag());
        if (isKnown(variant, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        writeBody(page, variant, request, response);
    }

    /** Writes a page with another status than its own, which readers and caches do not keep. */
    void write(
            CachedPage page, int status, String cacheStatus, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Vary", VARY);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader(CacheStatus.NAME, cacheStatus);
        Variant variant =
                AcceptedEncodings.of(request.getHeader("Accept-Encoding")).choose(page);
        writeBody(page, variant, request, response);
    }

    /** Writes a page that is soon another, of which nobody tells caches in front. */
    void writePassing(CachedPage page, String cacheStatus, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Vary", VARY);
        response.setHeader("Cache-Control", PASSING);
        response.setHeader(CacheStatus.NAME, cacheStatus);
        Variant variant = chosen(page, request);
        response.setHeader("ETag", variant.entityTag());
        if (isKnown(variant, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        writeBody(page, variant, request, response);
    }

    /** Writes a page with its holes filled for one reader, which nobody but their browser gets and nobody keeps. */
    void writePersonal(
            Reply reply,
            int status,
            Function<String, byte[]> filling,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String cacheStatus =
                reply.nothing() == null ? CacheStatus.of(reply.page(), System.currentTimeMillis()) : reply.nothing();
        writePersonal(reply.page().page(), status, cacheStatus, filling, request, response);
    }

    /** Writes such a page that comes from elsewhere than the page cache. */
    void writePersonal(
            CachedPage page,
            int status,
            String cacheStatus,
            Function<String, byte[]> filling,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Vary", VARY);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader(CacheStatus.NAME, cacheStatus);
        Encoding encoding =
                AcceptedEncodings.of(request.getHeader("Accept-Encoding")).chooseFillable();
        byte[] bytes = page.filled(encoding, filling);
        writeBody(page.mediaType(), encoding, bytes, request, response);
    }

    private static void writeBody(
            CachedPage page, Variant variant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        writeBody(page.mediaType(), variant.encoding(), variant.bytes(), request, response);
    }

    private static void writeBody(
            String mediaType, Encoding encoding, byte[] bytes, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(mediaType);
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        response.setContentLength(bytes.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(bytes);
        }
    }

    /** The bytes that the browser has already where it may have them, so that they need not be sent in another encoding. */
    private static Variant chosen(CachedPage page, HttpServletRequest request) {
        AcceptedEncodings accepted = AcceptedEncodings.of(request.getHeader("Accept-Encoding"));
        return request.getHeader("If-None-Match") == null
                ? accepted.choose(page)
                : accepted.all(page)
                        .filter(variant -> isKnown(variant, request))
                        .findFirst()
                        .orElseGet(() -> accepted.choose(page));
    }

    private static boolean isKnown(Variant variant, HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        return known != null
                && (known.contains(variant.entityTag()) || known.strip().equals("*"));
    }
}
