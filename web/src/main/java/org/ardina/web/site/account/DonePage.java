package org.ardina.web.site.account;

import org.ardina.web.site.PersonalPage;
import org.jspecify.annotations.Nullable;

/**
 * A page that says what was done and where to go on.
 *
 * @param text the key of its text
 * @param way the address of the page to go on to
 * @param wayText the key of what that is called
 */
public record DonePage(String text, String way, String wayText) {

    static Answer answer(String title, @Nullable String reader, String text, String way, String wayText) {
        return new Answer.Page(new PersonalPage("account/done", title, way, reader, new DonePage(text, way, wayText)));
    }
}
