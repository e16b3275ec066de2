package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.BusinessException;
import org.ardina.problem.BusyException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.problem.TooManyRequestsException;
import org.ardina.store.StoreFailure;
import org.ardina.web.authentication.FormTokens;
import org.ardina.web.authentication.RequestDevice;
import org.ardina.web.authentication.RequestIdentity;
import org.ardina.web.authentication.RequestOrigin;
import org.ardina.web.authentication.SessionTokens;
import org.ardina.web.door.RequestParameters;
import org.ardina.web.site.Notice;
import org.ardina.web.site.PersonalPages;
import org.jspecify.annotations.Nullable;

/**
 * A page with a form. GET shows it; POST does what it is for and sends the browser on, or shows it again with what was
 * typed and what is wrong. Each page says by {@link PermitAll} or {@link RolesAllowed} on its class who may see it;
 * whoever would have to log in first is sent there and back.
 */
abstract class FormServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(FormServlet.class.getName());
    private static final int MOST_BYTES = 64 * 1024;
    private static final int REJECTED = 422;
    private static final int BUSY_SECONDS = 5;

    @Inject
    private transient PersonalPages pages;

    @Inject
    private transient SessionTokens sessionTokens;

    @Inject
    private transient FormTokens formTokens;

    @Inject
    private transient RequestOrigin origin;

    @Inject
    private transient RequestDevice device;

    /** What is seen at the page's address. */
    abstract Answer show(Visit visit, Form form);

    /**
     * Does what the form is for.
     *
     * @throws BusinessException to have the form shown again
     */
    abstract Answer submit(Visit visit, Form form);

    /** Whether a request may come from elsewhere than our form, as its address alone allows what it asks for. */
    boolean isWithoutForm(HttpServletRequest request) {
        return false;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response, false);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES || request.getHeader("Transfer-Encoding") != null) {
            response.setHeader("Connection", "close");
            pages.writeNotice(Notice.TOO_LARGE, request, response);
            return;
        }
        if (!origin.isTrusted(request) && !isWithoutForm(request)) {
            pages.writeNotice(Notice.CROSS_SITE, request, response);
            return;
        }
        serve(request, response, true);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, boolean submitted) throws IOException {
        try {
            if (!RequestParameters.areReadable(request)) {
                pages.writeNotice(Notice.BAD_REQUEST, request, response);
            } else if (submitted || !pages.isChoiceOfLanguage(request, response)) {
                admit(request, response, submitted);
            }
        } catch (NotFoundException nothing) {
            pages.writeNotice(Notice.NOT_FOUND, request, response);
        } catch (RuntimeException failure) {
            boolean away = StoreFailure.isCauseOf(failure);
            LOG.log(away ? Level.FINE : Level.SEVERE, "The page " + request.getServletPath() + " failed", failure);
            pages.writeNotice(away ? Notice.UNAVAILABLE : Notice.ERROR, request, response);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, boolean submitted) throws IOException {
        Visit visit = new Visit(
                request, response, RequestIdentity.account(request).orElse(null), device.of(request), sessionTokens);
        String[] roles = rolesAllowed(getClass());
        if (roles.length == 0 || Arrays.stream(roles).anyMatch(request::isUserInRole)) {
            answer(visit, submitted);
        } else if (RequestIdentity.isUnknown(request)) {
            pages.writeNotice(Notice.UNAVAILABLE, request, response);
        } else if (visit.account() == null) {
            redirect("/login?next=" + URLEncoder.encode(path(request), StandardCharsets.UTF_8), response);
        } else {
            pages.writeNotice(Notice.FORBIDDEN, request, response);
        }
    }

    /** Who may see a page: nobody in particular if this is empty. */
    static String[] rolesAllowed(Class<?> page) {
        @Nullable RolesAllowed roles = page.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return roles.value();
        }
        if (page.isAnnotationPresent(PermitAll.class)) {
            return new String[0];
        }
        throw new IllegalStateException(page.getName() + " does not say who may see it");
    }

    private void answer(Visit visit, boolean submitted) throws IOException {
        Form form = form(visit);
        if (!submitted) {
            write(HttpServletResponse.SC_OK, show(visit, form), visit);
            return;
        }
        try {
            if (!isWithoutForm(visit.request())
                    && !formTokens.isOwn(visit.request(), visit.request().getParameter(Form.TOKEN))) {
                throw new InvalidInputException(
                        "form-expired",
                        "This form was open for too long, or another login came between. Send it again.");
            }
            write(HttpServletResponse.SC_OK, submit(visit, form), visit);
        } catch (NotFoundException nothing) {
            throw nothing;
        } catch (BusinessException rejected) {
            int status = REJECTED;
            if (rejected instanceof TooManyRequestsException limited) {
                status = Notice.TOO_MANY_REQUESTS.status();
                visit.response()
                        .setHeader(
                                "Retry-After",
                                Long.toString(limited.retryAfter().toSeconds()));
            } else if (rejected instanceof BusyException) {
                status = Notice.UNAVAILABLE.status();
                visit.response().setIntHeader("Retry-After", BUSY_SECONDS);
            }
            write(status, show(visit, form.rejected(rejected)), visit);
        }
    }

    private Form form(Visit visit) {
        Map<String, String> typed = new HashMap<>();
        visit.request().getParameterMap().forEach((name, values) -> {
            if (!name.contains("password") && values.length == 1) {
                typed.put(name, values[0]);
            }
        });
        return new Form(formTokens.make(visit.request(), visit.response()), typed, null);
    }

    private void write(int status, Answer answer, Visit visit) throws IOException {
        HttpServletResponse response = visit.response();
        if (answer instanceof Answer.Page page) {
            pages.write(status, page.page(), visit.request(), response);
        } else if (answer instanceof Answer.Redirect redirect) {
            redirect(redirect.path(), response);
        } else if (answer instanceof Answer.Elsewhere elsewhere) {
            redirect(elsewhere.address().toString(), response);
        } else if (answer instanceof Answer.Download download) {
            response.setContentType(download.mediaType());
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + download.fileName() + '"');
            byte[] bytes = download.text().getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private static void redirect(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }

    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return request.getServletPath() + (below == null ? "" : below);
    }
}
