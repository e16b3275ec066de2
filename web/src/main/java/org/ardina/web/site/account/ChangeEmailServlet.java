package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.EmailAddresses;
import org.ardina.web.site.PersonalPage;

/** Where the link in the letter to a new e-mail address leads. */
@WebServlet("/change-email/*")
@PermitAll
public class ChangeEmailServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/change-email";

    @Inject
    private transient EmailAddresses emails;

    @Override
    Answer show(Visit visit, Form form) {
        String action = PATH + '/' + visit.linkToken();
        return new Answer.Page(new PersonalPage(
                "account/confirm",
                "change-email.title",
                action,
                visit.reader(),
                new ConfirmPage(form, action, "change-email.text", "change-email.submit")));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        emails.change(visit.linkToken(), visit.language());
        return DonePage.answer("change-email.title", visit.reader(), "change-email.done", "/account", "account.title");
    }
}
