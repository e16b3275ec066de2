package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.PasswordReset;
import org.ardina.problem.LinkExpiredException;
import org.ardina.web.site.PersonalPage;

/** Asking for a link with which to choose a new password, and choosing it where that leads. */
@WebServlet("/reset-password/*")
@PermitAll
public class ResetPasswordServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/reset-password";

    @Inject
    private transient PasswordReset reset;

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.below() == null) {
            return page("account/reset-password", PATH, visit, form);
        }
        String token = visit.linkToken();
        if (reset.isOpen(token)) {
            return page("account/new-password", PATH + '/' + token, visit, form);
        }
        // The place to ask for another.
        return page("account/reset-password", PATH, visit, form.rejected(new LinkExpiredException()));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        if (visit.below() == null) {
            reset.request(form.value("email"), visit.device(), visit.language());
            return DonePage.answer(
                    "reset-password.title", visit.reader(), "reset-password.sent", "/login", "login.title");
        }
        reset.choose(visit.linkToken(), visit.parameter("password"), visit.language());
        visit.leave();
        return DonePage.answer("reset-password.title", null, "reset-password.done", "/login", "login.title");
    }

    private static Answer page(String template, String path, Visit visit, Form form) {
        return new Answer.Page(
                new PersonalPage(template, "reset-password.title", path, visit.reader(), new FormPage(form, path)));
    }
}
