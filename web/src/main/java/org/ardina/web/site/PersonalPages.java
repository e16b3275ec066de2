package org.ardina.web.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ardina.configuration.PublicAddress;
import org.ardina.topic.Topics;

/** Answers requests with pages for one person: in their language, and kept by no cache. */
@ApplicationScoped
public class PersonalPages {

    @Inject
    private Topics topics;

    @Inject
    private PublicAddress address;

    @Inject
    private LanguageChoice choice;

    @Inject
    private Notices notices;

    private Pages pages;

    @PostConstruct
    void prepare() {
        pages = new Pages(address.uri());
    }

    /** Whether the request chooses a language, and is answered with that. */
    public boolean isChoiceOfLanguage(HttpServletRequest request, HttpServletResponse response) {
        return choice.isAnswered(request, response);
    }

    public void write(int status, PersonalPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] html =
                pages.personal(page, topics.list(), RequestLanguage.of(request)).bytes();
        response.setStatus(status);
        response.setContentType(ReaderPages.HTML);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(html.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(html);
        }
    }

    /** Answers with the reason why there is no page. */
    public void writeNotice(Notice notice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        notices.write(notice, RequestLanguage.of(request), request, response);
    }
}
