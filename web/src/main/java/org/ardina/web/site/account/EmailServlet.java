package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.EmailAddresses;
import org.ardina.account.OpenIdAccounts;
import org.ardina.account.Role;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;

/** The e-mail address of somebody's own account: whether it is verified, and another one. */
@WebServlet("/account/email/*")
@RolesAllowed(Role.READER)
public class EmailServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/account/email";
    private static final String VERIFICATION = "/verification";

    @Inject
    private transient EmailAddresses emails;

    @Inject
    private transient OpenIdAccounts provided;

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.below() != null && form.problem() == null) {
            throw new NotFoundException("page");
        }
        return new Answer.Page(new PersonalPage(
                "account/email",
                "email.title",
                PATH,
                visit.reader(),
                new EmailPage(form, emails.own().orElse(null), provided.state().hasPassword())));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        if (VERIFICATION.equals(visit.below())) {
            emails.requestVerification(visit.language());
        } else if (visit.below() == null) {
            emails.requestChange(form.value("email"), visit.proof("password"), visit.device(), visit.language());
        } else {
            throw new NotFoundException("page");
        }
        return DonePage.answer("email.title", visit.reader(), "email.sent", "/account", "account.title");
    }
}
