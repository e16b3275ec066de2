package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.Accounts;
import org.ardina.account.OpenIdAccounts;
import org.ardina.account.OpenRegistration;
import org.ardina.account.Registration;
import org.ardina.account.Sessions;
import org.ardina.problem.ForbiddenException;
import org.ardina.web.site.PersonalPage;

/** Registering, after which one is logged in. */
@WebServlet("/register")
@PermitAll
public class RegisterServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient OpenRegistration registrations;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient OpenIdAccounts provided;

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.account() != null) {
            return new Answer.Redirect("/account");
        }
        if (!registrations.isOpen()) {
            return DonePage.answer("register.title", null, "problem.registration-closed", "/login", "login.title");
        }
        return new Answer.Page(new PersonalPage(
                "account/register",
                "register.title",
                "/register",
                visit.reader(),
                new RegisterPage(form, provided.provider().orElse(null))));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        String password = visit.parameter("password");
        accounts.register(
                new Registration(
                        form.value("username"),
                        form.value("email"),
                        form.value("display-name"),
                        password,
                        visit.language()),
                visit.device());
        try {
            visit.enter(sessions.open(form.value("username"), password, visit.device()));
        } catch (ForbiddenException first) {
            // The account is there, and waits for the link in the letter to be followed.
            return DonePage.answer("register.title", null, "email.sent", "/login", "login.title");
        }
        return new Answer.Redirect("/account?done=registered");
    }
}
