package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.EmailAddresses;

/** Where the link in the letter to a new account leads. */
@WebServlet("/verify-email/*")
@PermitAll
public class VerifyEmailServlet extends ConfirmServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EmailAddresses emails;

    public VerifyEmailServlet() {
        super(
                "/verify-email",
                new Texts("verify-email.title", "verify-email.text", "verify-email.submit", "verify-email.done"));
    }

    @Override
    void confirm(Visit visit) {
        emails.verify(visit.linkToken());
    }
}
