package org.ardina.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.NotFoundException;
import org.ardina.store.StoreFailure;
import org.ardina.web.authentication.FormTokens;
import org.ardina.web.authentication.RequestIdentity;
import org.ardina.web.authentication.RequestOrigin;
import org.ardina.web.door.RequestParameters;
import org.ardina.web.site.Notice;
import org.ardina.web.site.PersonalPages;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every page of the console: lets in whoever has the page's role, sends whoever would have to log in there and
 * back, and takes a form only from a page of this site that was shown to the same login. The services behind ask for the
 * role again.
 */
@WebFilter(value = "/console/*", asyncSupported = true)
public class ConsoleGuard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The field with the token of a form. */
    static final String TOKEN = "form-token";

    private static final Logger LOG = Logger.getLogger(ConsoleGuard.class.getName());
    private static final String POLICY = "Content-Security-Policy";
    private static final String RESOURCES = "/console/jakarta.faces.resource/";
    private static final String AJAX = "partial/ajax";
    private static final String HOME = "/console";

    /** The longest article several times over. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** An answer is held back up to this, so that a notice can take the place of a page that fails. */
    private static final int MOST_HELD_BYTES = 256 * 1024;

    @Inject
    private transient PersonalPages pages;

    @Inject
    private transient FormTokens tokens;

    @Inject
    private transient RequestOrigin origin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = path(request);
        if (path.startsWith(RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        @Nullable Notice refusal = refusal(request);
        if (refusal != null) {
            if (refusal == Notice.TOO_LARGE) {
                response.setHeader("Connection", "close");
            }
            pages.writeNotice(refusal, request, response);
        } else if (!pages.isChoiceOfLanguage(request, response)) {
            admit(path, request, response, chain);
        }
    }

    private @Nullable Notice refusal(HttpServletRequest request) {
        boolean submitted = isSubmitted(request);
        if (submitted
                && (request.getContentLengthLong() > MOST_BYTES || request.getHeader("Transfer-Encoding") != null)) {
            return Notice.TOO_LARGE;
        }
        if (!origin.isTrusted(request)) {
            return Notice.CROSS_SITE;
        }
        return RequestParameters.areReadable(request) ? null : Notice.BAD_REQUEST;
    }

    private void admit(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (RequestIdentity.isUnknown(request)) {
            pages.writeNotice(Notice.UNAVAILABLE, request, response);
            return;
        }
        if (request.getUserPrincipal() == null) {
            if (AJAX.equals(request.getHeader("Faces-Request"))) {
                // The page stays, with all that is typed; its script tells that a login is wanted.
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            sendToLogin(path, request, response);
            return;
        }
        if (path.equals(HOME) || path.equals(ConsolePage.ROOT)) {
            Optional<ConsolePage> first = Arrays.stream(ConsolePage.values())
                    .filter(page -> request.isUserInRole(page.role()))
                    .findFirst();
            if (first.isPresent()) {
                redirect(first.get().path(), response);
            } else {
                pages.writeNotice(Notice.FORBIDDEN, request, response);
            }
            return;
        }
        Optional<ConsolePage> page = ConsolePage.at(path);
        if (page.isEmpty()) {
            pages.writeNotice(Notice.NOT_FOUND, request, response);
        } else if (!request.isUserInRole(page.get().role())) {
            pages.writeNotice(Notice.FORBIDDEN, request, response);
        } else if (isSubmitted(request) && !tokens.isOwn(request, request.getParameter(TOKEN))) {
            // Another login came between: what was typed is on the page still, where the browser goes back to it.
            pages.writeNotice(Notice.CROSS_SITE, request, response);
        } else {
            serve(page.get(), request, response, chain);
        }
    }

    private void serve(ConsolePage page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        request.setAttribute(ConsolePage.class.getName(), page);
        response.setBufferSize(MOST_HELD_BYTES);
        try {
            chain.doFilter(new Sessionless(request), new OnePolicy(response));
        } catch (ServletException | RuntimeException failure) {
            answer(failure, page, request, response);
        }
    }

    private void answer(Exception failure, ConsolePage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Notice notice = notice(failure);
        if (notice != Notice.NOT_FOUND) {
            LOG.log(
                    notice == Notice.UNAVAILABLE ? Level.FINE : Level.SEVERE,
                    "The page " + page.path() + " failed",
                    failure);
        }
        if (!response.isCommitted()) {
            response.resetBuffer();
            pages.writeNotice(notice, request, response);
        }
    }

    private static Notice notice(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotFoundException) {
                return Notice.NOT_FOUND;
            }
        }
        return StoreFailure.isCauseOf(failure) ? Notice.UNAVAILABLE : Notice.ERROR;
    }

    private static boolean isSubmitted(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
    }

    private static void sendToLogin(String path, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String next = query == null || isSubmitted(request) ? path : path + '?' + query;
        redirect("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8), response);
    }

    private static void redirect(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    /** A request without a session that outlives it. */
    private static final class Sessionless extends HttpServletRequestWrapper {

        private final OneRequestSession session;

        Sessionless(HttpServletRequest request) {
            super(request);
            this.session = new OneRequestSession(request.getServletContext());
        }

        @Override
        public HttpSession getSession() {
            return session;
        }

        @Override
        public HttpSession getSession(boolean create) {
            return session;
        }
    }

    /** An answer with the policy of the console's components in the place of that for reader pages, not beside it. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(POLICY)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
