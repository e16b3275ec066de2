package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.newsletter.Newsletter;

/** Where the link in the letter leads that asks whether somebody wants the newsletter. */
@WebServlet("/newsletter-confirmation/*")
@PermitAll
public class NewsletterConfirmationServlet extends ConfirmServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Newsletter newsletter;

    public NewsletterConfirmationServlet() {
        super(
                "/newsletter-confirmation",
                new Texts(
                        "newsletter.title",
                        "newsletter.confirm",
                        "newsletter.confirm-submit",
                        "newsletter.confirmed",
                        "/",
                        "navigation.home"));
    }

    @Override
    void confirm(Visit visit) {
        newsletter.confirm(visit.linkToken());
    }
}
