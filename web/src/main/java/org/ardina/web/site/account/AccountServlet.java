package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.ardina.account.Role;
import org.ardina.account.Sessions;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;

/** Somebody's own page. What its forms do has an address below it. */
@WebServlet("/account/*")
@RolesAllowed(Role.READER)
public class AccountServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sessions sessions;

    @Override
    Answer show(Visit visit, Form form) {
        if (visit.account() == null || (visit.below() != null && form.problem() == null)) {
            throw new NotFoundException("page");
        }
        return new Answer.Page(new PersonalPage(
                "account/account",
                "account.title",
                "/account",
                visit.reader(),
                new AccountPage(
                        form,
                        visit.account(),
                        sessions.list(visit.sessionToken().orElse("")))));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        String below = visit.below();
        if ("/sessions".equals(below)) {
            sessions.end(visit.parameter("id"));
        } else if ("/other-sessions".equals(below)) {
            sessions.endOthers(visit.sessionToken().orElse(""));
        } else {
            throw new NotFoundException("page");
        }
        return new Answer.Redirect("/account");
    }
}
