package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.ardina.problem.BusinessException;
import org.ardina.problem.NotFoundException;

/** The answer to what somebody does in the console: the way on where it is done, the reason where it is not. */
@RequestScoped
public class ConsoleResponse {

    private static final String MISSING = "missing";

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    /**
     * Does something and sends the browser on, so that doing it again takes another click. What a person can mend is told on
     * the same page, where all that they typed still stands.
     */
    void after(Runnable work, String path) {
        afterAt(() -> {
            work.run();
            return path;
        });
    }

    /** The same where only the work knows the way on. */
    void afterAt(Supplier<String> work) {
        String path;
        try {
            path = work.get();
        } catch (NotFoundException nothing) {
            throw nothing;
        } catch (BusinessException refused) {
            frame.tell(texts.problem(refused.code(), refused.getMessage()));
            return;
        }
        redirect(path);
    }

    /** Looks for what the address names, and leads to the page with the list where that is not there. */
    void orList(Runnable look, ConsolePage list) {
        try {
            look.run();
        } catch (NotFoundException nothing) {
            redirect(list.path() + "?done=" + MISSING);
        }
    }

    void redirect(String path) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    HttpServletResponse current() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }
}
