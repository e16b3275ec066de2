package org.ardina.web.site.account;

import org.ardina.web.site.PersonalPage;

/** What a page answers to a visit. */
sealed interface Answer {

    /** Something to see. */
    record Page(PersonalPage page) implements Answer {}

    /** Another page of this site to go to, which is then fetched with GET. */
    record Redirect(String path) implements Answer {}

    /** A file to keep. */
    record Download(String mediaType, String fileName, String text) implements Answer {}
}
