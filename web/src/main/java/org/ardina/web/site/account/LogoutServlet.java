package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.Sessions;

/** Logging out, which is a button on every page of somebody who is logged in. */
@WebServlet("/logout")
@PermitAll
public class LogoutServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sessions sessions;

    @Override
    Answer show(Visit visit, Form form) {
        return new Answer.Redirect(visit.account() == null ? "/" : "/account");
    }

    @Override
    Answer submit(Visit visit, Form form) {
        visit.sessionToken().ifPresent(sessions::close);
        visit.leave();
        return new Answer.Redirect("/");
    }
}
