package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.EmailAddresses;

/** Where the link in the letter to a new e-mail address leads. */
@WebServlet("/change-email/*")
@PermitAll
public class ChangeEmailServlet extends ConfirmServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EmailAddresses emails;

    public ChangeEmailServlet() {
        super(
                "/change-email",
                new Texts("change-email.title", "change-email.text", "change-email.submit", "change-email.done"));
    }

    @Override
    void confirm(Visit visit) {
        emails.change(visit.linkToken(), visit.language());
    }
}
