package org.ardina.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ardina.web.door.RequestIdFilter;

/** Answers requests with pages that say why there is nothing to read. */
@ApplicationScoped
class Notices {

    private static final String RETRY_SECONDS = "5";

    @Inject
    private ReaderPages pages;

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
