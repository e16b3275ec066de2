package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.EmailAddresses;
import org.ardina.web.site.PersonalPage;

/** Where the link in the letter to a new account leads. */
@WebServlet("/verify-email/*")
@PermitAll
public class VerifyEmailServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/verify-email";

    @Inject
    private transient EmailAddresses emails;

    @Override
    Answer show(Visit visit, Form form) {
        String action = PATH + '/' + visit.linkToken();
        return new Answer.Page(new PersonalPage(
                "account/confirm",
                "verify-email.title",
                action,
                visit.reader(),
                new ConfirmPage(form, action, "verify-email.text", "verify-email.submit")));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        emails.verify(visit.linkToken());
        return DonePage.answer("verify-email.title", visit.reader(), "verify-email.done", "/account", "account.title");
    }
}
