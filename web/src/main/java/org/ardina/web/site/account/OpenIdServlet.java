package org.ardina.web.site.account;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.ardina.account.OpenIdAccounts;
import org.ardina.openid.ProviderAnswer;
import org.ardina.openid.ProviderLogins;
import org.ardina.problem.BusinessException;
import org.ardina.problem.ForbiddenException;
import org.ardina.problem.LoginExpiredException;
import org.ardina.problem.NotFoundException;
import org.ardina.web.site.PersonalPage;

/**
 * Logging in with an account of another site: the way there, the way back, and what is asked of whoever comes for the first
 * time. The way there is a link and no form, as the Content-Security-Policy lets no form lead to another site.
 */
@WebServlet("/login/openid/*")
@PermitAll
public class OpenIdServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    static final String PATH = "/login/openid";

    private static final String CALLBACK = "/callback";
    private static final String ACCOUNT = "/account";
    private static final String REGISTRATION = "/registration";
    private static final String LINK = "/link";

    @Inject
    private transient OpenIdAccounts provided;

    @Override
    Answer show(Visit visit, Form form) {
        String provider = provided.provider().orElseThrow(() -> new NotFoundException("page"));
        String below = String.valueOf(visit.below());
        try {
            if (form.problem() instanceof LoginExpiredException expired) {
                throw expired;
            }
            if (form.problem() != null || below.equals(ACCOUNT)) {
                return account(visit, form, provider);
            }
            return switch (below) {
                case "null", "/" -> begin(visit);
                case CALLBACK -> arrive(visit);
                default -> throw new NotFoundException("page");
            };
        } catch (NotFoundException nothing) {
            throw nothing;
        } catch (BusinessException refused) {
            visit.forgetProviderLogin();
            // Another address than that with the code, which works once.
            return new Answer.Redirect(
                    (visit.account() == null ? "/login" : "/account") + "?" + Form.PROBLEM + "=" + refused.code());
        }
    }

    @Override
    Answer submit(Visit visit, Form form) {
        return switch (String.valueOf(visit.below())) {
            case REGISTRATION -> register(visit, form);
            case LINK -> {
                OpenIdAccounts.Arrival arrival = provided.link(
                        visit.providerLogin(), visit.parameter("password"), form.value("code"), visit.device());
                Answer answer = goOn(visit, arrival);
                yield arrival instanceof OpenIdAccounts.Arrival.Known
                        ? new Answer.Redirect("/account?done=linked")
                        : answer;
            }
            default -> throw new NotFoundException("page");
        };
    }

    private Answer begin(Visit visit) {
        ProviderLogins.Begun begun = provided.begin(OwnPath.orElse(visit.parameter("next"), ACCOUNT), visit.device());
        visit.keepProviderLogin(begun.secret(), provided.lifetime());
        return new Answer.Elsewhere(begun.page());
    }

    private Answer arrive(Visit visit) {
        HttpServletRequest request = visit.request();
        ProviderAnswer answer = new ProviderAnswer(
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("error"),
                request.getParameter("iss"));
        return goOn(visit, provided.arrive(visit.providerLogin(), answer, visit.device()));
    }

    private Answer account(Visit visit, Form form, String provider) {
        Optional<OpenIdAccounts.Proposal> proposal = provided.proposal(visit.providerLogin());
        if (proposal.isEmpty()) {
            throw new LoginExpiredException();
        }
        boolean known = proposal.get().account() != null;
        return new Answer.Page(new PersonalPage(
                known ? "account/openid-link" : "account/openid-register",
                known ? "openid-link.title" : "openid-register.title",
                PATH + ACCOUNT,
                visit.reader(),
                new OpenIdPage(form, provider, proposal.get())));
    }

    private Answer register(Visit visit, Form form) {
        try {
            OpenIdAccounts.Arrival arrival = provided.register(
                    visit.providerLogin(),
                    form.value("username"),
                    form.value("display-name"),
                    visit.language(),
                    visit.device());
            return goOn(visit, arrival);
        } catch (ForbiddenException first) {
            // The account is there, and waits for the link in the letter to be followed.
            visit.forgetProviderLogin();
            return DonePage.answer("register.title", null, "email.sent", "/login", "login.title");
        }
    }

    private Answer goOn(Visit visit, OpenIdAccounts.Arrival arrival) {
        if (arrival instanceof OpenIdAccounts.Arrival.Unknown unknown) {
            visit.keepProviderLogin(unknown.secret(), provided.lifetime());
            return new Answer.Redirect(PATH + ACCOUNT);
        }
        visit.forgetProviderLogin();
        if (arrival instanceof OpenIdAccounts.Arrival.Entered entered) {
            visit.enter(entered.session());
            return new Answer.Redirect(OwnPath.orElse(entered.next(), ACCOUNT));
        }
        if (arrival instanceof OpenIdAccounts.Arrival.CodeNeeded halfway) {
            visit.beginLogin(halfway.login());
            return LoginCodeServlet.page(halfway.next());
        }
        return new Answer.Redirect(OwnPath.orElse(((OpenIdAccounts.Arrival.Known) arrival).next(), ACCOUNT));
    }
}
