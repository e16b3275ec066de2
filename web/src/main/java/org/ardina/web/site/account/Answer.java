package org.ardina.web.site.account;

import java.net.URI;
import org.ardina.web.site.PersonalPage;

/** What a page answers to a visit. */
sealed interface Answer {

    /** Something to see. */
    record Page(PersonalPage page) implements Answer {}

    /** Another page of this site to go to, which is then fetched with GET. */
    record Redirect(String path) implements Answer {}

    /** A page of another site to go to: where somebody logs in with the account that they have there. */
    record Elsewhere(URI address) implements Answer {}

    /** A file to keep. */
    record Download(String mediaType, String fileName, String text) implements Answer {}
}
