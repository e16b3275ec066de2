package org.ardina.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.problem.BusyException;
import org.ardina.store.StoreFailure;
import org.ardina.web.door.RequestIdFilter;

/** Answers requests with pages that say why there is nothing to read. */
@ApplicationScoped
class Notices {

    private static final String RETRY_SECONDS = "5";

    private static final Logger LOG = Logger.getLogger(Notices.class.getName());

    @Inject
    private ReaderPages pages;

    /** Says that something failed: for now, when there is too much to do or a store is away, or by a defect of ours. */
    void writeFailure(
            String what,
            Throwable failure,
            InterfaceLanguage language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean passing = failure instanceof BusyException
                || failure.getCause() instanceof BusyException
                || StoreFailure.isCauseOf(failure);
        // Whatever went wrong, a reader gets a page that says so.
        LOG.log(passing ? Level.FINE : Level.SEVERE, what + " failed", failure);
        write(passing ? Notice.UNAVAILABLE : Notice.ERROR, language, request, response);
    }

    void write(Notice notice, InterfaceLanguage language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] html = pages.notice(notice, notice.passing() ? RequestIdFilter.of(request) : null, language);
        response.setStatus(notice.status());
        response.setContentType(ReaderPages.HTML);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(CacheStatus.NAME, notice.passing() ? CacheStatus.FAILED : CacheStatus.BYPASS);
        if (notice == Notice.UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setContentLength(html.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(html);
        }
    }
}
