package org.ardina.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.store.StoreFailure;
import org.ardina.web.door.RequestIdFilter;

/**
 * The reader site over HTTP: its pages, and the files that they refer to. The server's metrics have a label for what a
 * servlet is mapped to, and for {@code /} it would be every address that anybody thinks of.
 */
@WebServlet("/*")
public class SiteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(SiteServlet.class.getName());
    private static final int ETAG_BYTES = 12;
    private static final String RETRY_SECONDS = "5";
    private static final String LANGUAGES = "Accept-Language, Cookie";

    /** Pages are asked for again each time and mostly answered with 304; a store that is away does not blank them. */
    private static final String PAGE_CACHING = "public, max-age=0, must-revalidate, stale-if-error=300";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_AN_HOUR = "public, max-age=3600";

    @Inject
    private transient ReaderPages pages;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<Asset> asset = Assets.find(path);
        if (asset.isPresent()) {
            write(asset.get(), request, response);
            return;
        }
        boolean readable = isReadable(request);
        Optional<InterfaceLanguage> chosen = readable ? RequestLanguage.chosen(request) : Optional.empty();
        if (chosen.isPresent()) {
            response.addCookie(RequestLanguage.memory(chosen.get(), address.isSecure()));
            redirect(response, HttpServletResponse.SC_SEE_OTHER, withoutChoice(request));
            return;
        }
        write(answer(path, readable, request), request, response);
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

    private Answer answer(String path, boolean readable, HttpServletRequest request) {
        InterfaceLanguage language = RequestLanguage.of(request);
        try {
            return readable
                    ? pages.answer(path, request.getParameter("cursor"), language)
                    : pages.notice(Notice.BAD_REQUEST, null, language);
        } catch (RuntimeException failure) {
            // Whatever went wrong, a reader gets a page that says so.
            if (StoreFailure.isCauseOf(failure)) {
                LOG.log(Level.FINE, "A page could not be fetched", failure);
                return pages.notice(Notice.UNAVAILABLE, RequestIdFilter.of(request), language);
            }
            LOG.log(Level.SEVERE, "The page " + path + " failed", failure);
            return pages.notice(Notice.ERROR, RequestIdFilter.of(request), language);
        }
    }

    private static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (answer.location() != null) {
            redirect(response, answer.status(), answer.location().toString());
            return;
        }
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Vary", LANGUAGES);
        response.setHeader("Cache-Status", "ardina; fwd=bypass");
        if (answer.status() == HttpServletResponse.SC_OK) {
            response.setHeader("Cache-Control", PAGE_CACHING);
            if (isUnchanged(answer.html(), request, response)) {
                return;
            }
        } else {
            response.setHeader("Cache-Control", "no-cache");
            response.setStatus(answer.status());
            if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", RETRY_SECONDS);
            }
        }
        write(answer.html(), response);
    }

    private static void write(Asset asset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(asset.mediaType());
        response.setHeader("Cache-Control", asset.immutable() ? FOR_EVER : FOR_AN_HOUR);
        if (!isUnchanged(asset.bytes(), request, response)) {
            write(asset.bytes(), response);
        }
    }

    private static void write(byte[] bytes, HttpServletResponse response) throws IOException {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Answers 304 when the reader has these bytes. The tag is weak, as the server compresses on the way out. */
    private static boolean isUnchanged(byte[] bytes, HttpServletRequest request, HttpServletResponse response) {
        String tag = "W/\"" + hash(bytes) + '"';
        response.setHeader("ETag", tag);
        String known = request.getHeader("If-None-Match");
        boolean unchanged =
                known != null && (known.contains(tag) || known.strip().equals("*"));
        if (unchanged) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return unchanged;
    }

    private static void redirect(HttpServletResponse response, int status, String location) {
        response.setStatus(status);
        response.setHeader("Location", location);
        response.setHeader("Cache-Control", "no-cache");
    }

    /** The address of the request in the language that was chosen from now on. Only a path: it cannot lead elsewhere. */
    private static String withoutChoice(HttpServletRequest request) {
        String path = request.getRequestURI().replaceAll("^/+", "/");
        String cursor = request.getParameter("cursor");
        return cursor != null && cursor.matches("[0-9a-f-]{1,64}") ? path + "?cursor=" + cursor : path;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
