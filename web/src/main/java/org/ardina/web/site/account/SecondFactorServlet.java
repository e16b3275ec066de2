package org.ardina.web.site.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import org.ardina.account.LoginCodes;
import org.ardina.account.Role;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/** The second factor of somebody's own account: switching it on and off, recovery codes. */
@WebServlet("/account/second-factor/*")
@RolesAllowed(Role.READER)
public class SecondFactorServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private static final String PATH = "/account/second-factor";
    private static final String TITLE = "second-factor.title";
    private static final String PICTURE = "/picture";
    private static final String RECOVERY_CODES = "/recovery-codes";
    private static final String REMOVAL = "/removal";

    @Inject
    private transient LoginCodes codes;

    @Override
    Answer show(Visit visit, Form form) {
        @Nullable String below = visit.below();
        if (PICTURE.equals(below)) {
            return new Answer.Download(
                    "image/svg+xml", "code.svg", CodePicture.svg(codes.begin().uri()));
        }
        if (below != null && form.problem() == null) {
            throw new NotFoundException("page");
        }
        LoginCodes.State state = codes.state();
        return new Answer.Page(new PersonalPage(
                "account/second-factor",
                TITLE,
                PATH,
                visit.reader(),
                new SecondFactorPage(form, state, state.on() ? null : codes.begin())));
    }

    @Override
    Answer submit(Visit visit, Form form) {
        String code = form.value("code");
        @Nullable String below = visit.below();
        if (below == null) {
            return recoveryCodes(codes.confirm(code, visit.sessionToken().orElse(""), visit.language()), visit);
        }
        if (RECOVERY_CODES.equals(below)) {
            return recoveryCodes(codes.renewRecoveryCodes(code), visit);
        }
        if (REMOVAL.equals(below)) {
            codes.remove(code, visit.language());
            return new Answer.Redirect(PATH);
        }
        throw new NotFoundException("page");
    }

    private static Answer recoveryCodes(List<String> fresh, Visit visit) {
        return new Answer.Page(new PersonalPage(
                "account/recovery-codes", "recovery-codes.title", PATH, visit.reader(), new RecoveryCodesPage(fresh)));
    }
}
