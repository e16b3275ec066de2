package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ardina.account.Account;
import org.ardina.web.authentication.FormTokens;
import org.ardina.web.authentication.RequestIdentity;
import org.ardina.web.site.Assets;
import org.ardina.web.site.InterfaceLanguage;
import org.ardina.web.site.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.primefaces.context.PrimeFacesContext;

/** What surrounds the content of a page of the console. */
@Named("frame")
@RequestScoped
public class ConsoleFrame {

    @Inject
    private HttpServletRequest request;

    @Inject
    private ConsoleResponse response;

    @Inject
    private ConsoleTexts texts;

    @Inject
    private FormTokens formTokens;

    private final List<String> problems = new ArrayList<>();

    /** A way to a page. */
    public record MenuItem(String path, String label, boolean current) {}

    public List<MenuItem> getMenu() {
        return Arrays.stream(ConsolePage.values())
                .filter(page -> page.isInMenu() && request.isUserInRole(page.role()))
                .map(page -> new MenuItem(page.path(), texts.text(page.title()), page == page()))
                .toList();
    }

    public String getHeading() {
        return texts.text(page().title());
    }

    public String getTitle() {
        return texts.text("console.page-title", getHeading());
    }

    public String getPath() {
        return page().path();
    }

    public String getLanguage() {
        return RequestLanguage.of(request).tag();
    }

    public InterfaceLanguage getOtherLanguage() {
        return RequestLanguage.of(request).other();
    }

    public String asset(String name) {
        return Assets.path(name);
    }

    /** The name of whoever is logged in. */
    public String getReader() {
        return RequestIdentity.account(request).map(Account::displayName).orElse("");
    }

    /** The field of a form with its token. */
    public String getTokenField() {
        return ConsoleGuard.TOKEN;
    }

    public String getToken() {
        return formTokens.make(request, response.current());
    }

    /** The nonce of the answer's scripts, which PrimeFaces wants back with every form. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
    }

    /** What was wrong with what was sent. */
    public List<String> getProblems() {
        return List.copyOf(problems);
    }

    /** What was done before this page was shown. */
    public @Nullable String getDone() {
        return problems.isEmpty() ? texts.done(request.getParameter("done")) : null;
    }

    void tell(String problem) {
        problems.add(problem);
    }

    private ConsolePage page() {
        if (request.getAttribute(ConsolePage.class.getName()) instanceof ConsolePage page) {
            return page;
        }
        throw new IllegalStateException("The guard tells which page this is");
    }
}
