package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.ardina.newsletter.Newsletter;
import org.ardina.web.door.RequestParameters;

/**
 * Ending a newsletter: with the button of a page, or with one click in a mail program, which sends a request of its own
 * without opening any page (RFC 8058).
 */
@WebServlet("/newsletter-end/*")
@MultipartConfig(maxRequestSize = 64 * 1024)
@PermitAll
public class NewsletterEndServlet extends ConfirmServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Newsletter newsletter;

    public NewsletterEndServlet() {
        super(
                "/newsletter-end",
                new Texts(
                        "newsletter.title",
                        "newsletter.end",
                        "newsletter.end-submit",
                        "newsletter.ended",
                        "/newsletter",
                        "newsletter.again"));
    }

    @Override
    boolean isWithoutForm(HttpServletRequest request) {
        return RequestParameters.areReadable(request) && "One-Click".equals(request.getParameter("List-Unsubscribe"));
    }

    @Override
    void confirm(Visit visit) {
        newsletter.unsubscribe(visit.linkToken());
    }
}
