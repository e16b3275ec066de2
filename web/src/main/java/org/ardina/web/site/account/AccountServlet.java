package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.servlet.annotation.WebServlet;
import java.util.Set;
import org.ardina.account.Accounts;
import org.ardina.account.OpenIdAccounts;
import org.ardina.account.Role;
import org.ardina.account.Sessions;
import org.ardina.comment.Commenters;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;

/** Somebody's own page. What its forms do has an address below it. */
@WebServlet("/account/*")
@RolesAllowed(Role.READER)
public class AccountServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String ACCOUNT = "/account";
    private static final Set<String> DONE =
            Set.of("registered", "profile", "password", "sessions", "writer-request", "linked", "unlinked", "letters");

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient OpenIdAccounts provided;

    @Inject
    private transient Commenters commenters;

    private transient Jsonb json = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

    @Override
    Answer show(Visit visit, Form form) {
        String below = visit.below();
        if ("/export".equals(below)) {
            return new Answer.Download("application/json", "ardina-account.json", json.toJson(accounts.export()));
        }
        if (below != null && form.problem() == null) {
            throw new NotFoundException("page");
        }
        String done = visit.parameter("done");
        return new Answer.Page(new PersonalPage(
                "account/account",
                "account.title",
                ACCOUNT,
                visit.reader(),
                new AccountPage(
                        form.told(visit.parameter(Form.PROBLEM)),
                        accounts.mine(),
                        provided.state(),
                        sessions.list(visit.sessionToken().orElse("")),
                        commenters.wantsLetters(),
                        below == null ? null : ACCOUNT + below,
                        DONE.contains(done) ? done : null)));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        return switch (String.valueOf(visit.below())) {
            case "/profile" -> {
                accounts.rename(form.value("display-name"));
                yield done("profile");
            }
            case "/password" -> {
                visit.enter(accounts.changePassword(
                        visit.parameter("current-password"), visit.parameter("password"), visit.device()));
                yield done("password");
            }
            case "/sessions" -> {
                sessions.end(form.value("id"));
                yield done("sessions");
            }
            case "/other-sessions" -> {
                sessions.endOthers(visit.sessionToken().orElse(""));
                yield done("sessions");
            }
            case "/writer-request" -> {
                accounts.requestWriting(form.value("motivation"));
                yield done("writer-request");
            }
            case "/openid-removal" -> {
                provided.unlink(visit.parameter("unlink-password"), visit.device());
                yield done("unlinked");
            }
            case "/letters" -> {
                commenters.wantLetters(form.value("letters").equals("yes"));
                yield done("letters");
            }
            case "/deletion" -> leave(visit, form);
            default -> throw new NotFoundException("page");
        };
    }

    private Answer leave(Visit visit, Form form) {
        if (!form.value("confirmation").equals("yes")) {
            throw new InvalidInputException("confirmation-missing", "Tick the box if you want to delete your account.");
        }
        accounts.leave(visit.proof("deletion-password"), visit.device());
        visit.leave();
        return new Answer.Redirect("/");
    }

    private static Answer done(String what) {
        return new Answer.Redirect(ACCOUNT + "?done=" + what);
    }
}
