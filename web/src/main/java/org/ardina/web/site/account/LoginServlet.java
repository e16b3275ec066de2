package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.ardina.account.Sessions;
import org.ardina.problem.CodeRequiredException;
import org.ardina.web.site.PersonalPage;

/** Logging in. */
@WebServlet("/login")
@PermitAll
public class LoginServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "/account";

    @Inject
    private transient Sessions sessions;

    @Override
    Answer show(Visit visit, Form form) {
        String next = OwnPath.orElse(visit.parameter("next"), "");
        if (visit.account() != null && form.problem() == null) {
            return new Answer.Redirect(next.isEmpty() ? ACCOUNT : next);
        }
        return new Answer.Page(new PersonalPage(
                "account/login",
                "login.title",
                "/login",
                visit.reader(),
                new LoginPage(form, next.isEmpty() ? null : next)));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        String next = OwnPath.orElse(visit.parameter("next"), ACCOUNT);
        try {
            visit.enter(sessions.open(form.value("username"), visit.parameter("password"), visit.device()));
        } catch (CodeRequiredException right) {
            visit.beginLogin(right);
            return new Answer.Redirect("/login/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        }
        return new Answer.Redirect(next);
    }
}
