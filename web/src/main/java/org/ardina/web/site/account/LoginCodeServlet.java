package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ardina.account.Sessions;
import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/** The second step of logging in, for accounts that need a code. */
@WebServlet("/login/code")
@PermitAll
public class LoginCodeServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/login/code";
    private static final String ACCOUNT = "/account";

    @Inject
    private transient Sessions sessions;

    /** The way here, from the first step. */
    static Answer page(String next) {
        return new Answer.Redirect(PATH + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.begunLogin().isEmpty()) {
            return new Answer.Redirect("/login");
        }
        @Nullable String next = Optional.of(OwnPath.orElse(visit.parameter("next"), ""))
                .filter(path -> !path.isEmpty())
                .orElse(null);
        return new Answer.Page(new PersonalPage(
                "account/code", "login-code.title", PATH, visit.reader(), new LoginPage(form, next, null)));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        visit.enter(sessions.finish(visit.begunLogin().orElse(""), form.value("code"), visit.device()));
        visit.forgetBegunLogin();
        return new Answer.Redirect(OwnPath.orElse(visit.parameter("next"), ACCOUNT));
    }
}
