package org.ardina.web.site.account;

import java.io.Serializable;
import org.ardina.web.site.PersonalPage;

/** Where a link in a letter leads: a page with a button that does what the link is for. */
abstract class ConfirmServlet extends FormServlet {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final Texts texts;

    ConfirmServlet(String path, Texts texts) {
        this.path = path;
        this.texts = texts;
    }

    /** Does what the link is for. */
    abstract void confirm(Visit visit);

    @Override
    final Answer show(Visit visit, Form form) {
        String action = path + '/' + visit.linkToken();
        return new Answer.Page(new PersonalPage(
                "account/confirm",
                texts.title(),
                action,
                visit.reader(),
                new ConfirmPage(form, action, texts.question(), texts.button())));
    }

    @Override
    final Answer submit(Visit visit, Form form) {
        confirm(visit);
        return DonePage.answer(texts.title(), visit.reader(), texts.done(), texts.way(), texts.wayText());
    }

    /**
     * Keys of the texts on the page with the button and on the one that follows.
     *
     * @param way the address to which the page that follows leads on
     * @param wayText what that is called
     */
    record Texts(String title, String question, String button, String done, String way, String wayText)
            implements Serializable {

        Texts(String title, String question, String button, String done) {
            this(title, question, button, done, "/account", "account.title");
        }
    }
}
