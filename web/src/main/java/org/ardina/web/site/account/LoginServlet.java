package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.OpenIdAccounts;
import org.ardina.account.Sessions;
import org.ardina.problem.CodeRequiredException;
import org.ardina.web.site.PersonalPage;

/** Logging in. */
@WebServlet(value = "/login", asyncSupported = true)
@PermitAll
public class LoginServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "/account";

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient OpenIdAccounts provided;

    @Override
    Answer show(Visit visit, Form form) {
        String next = OwnPath.orElse(visit.parameter("next"), "");
        Form told = form.told(visit.parameter(Form.PROBLEM));
        if (visit.account() != null && told.problem() == null) {
            return new Answer.Redirect(next.isEmpty() ? ACCOUNT : next);
        }
        return new Answer.Page(new PersonalPage(
                "account/login",
                "login.title",
                "/login",
                visit.reader(),
                new LoginPage(
                        told, next.isEmpty() ? null : next, provided.provider().orElse(null))));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        String next = OwnPath.orElse(visit.parameter("next"), ACCOUNT);
        try {
            visit.enter(sessions.open(form.value("username"), visit.parameter("password"), visit.device()));
        } catch (CodeRequiredException right) {
            visit.beginLogin(right.login());
            return LoginCodeServlet.page(next);
        }
        return new Answer.Redirect(next);
    }
}
