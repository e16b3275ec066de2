package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import org.ardina.comment.Commenters;
import org.ardina.web.door.RequestParameters;

/**
 * Ending letters about replies and mentions: with the button of a page, or with one click in a mail program, which sends a
 * request of its own without opening any page (RFC 8058).
 */
@WebServlet("/letters-end/*")
@MultipartConfig(maxRequestSize = 64 * 1024)
@PermitAll
public class LettersEndServlet extends ConfirmServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Commenters commenters;

    public LettersEndServlet() {
        super(
                "/letters-end",
                new Texts("letters-end.title", "letters-end.text", "letters-end.submit", "letters-end.done"));
    }

    @Override
    boolean isWithoutForm(HttpServletRequest request) {
        return RequestParameters.areReadable(request) && "One-Click".equals(request.getParameter("List-Unsubscribe"));
    }

    @Override
    void confirm(Visit visit) {
        commenters.refuseLetters(visit.linkToken());
    }
}
