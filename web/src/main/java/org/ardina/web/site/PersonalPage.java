package org.ardina.web.site;

import org.jspecify.annotations.Nullable;

/**
 * A page for one person, which no cache keeps.
 *
 * @param template the name of the template that shows it
 * @param title the key of its title
 * @param path its address, to which a choice of language leads back
 * @param reader the name of whoever is logged in, absent for nobody
 * @param content what the template shows
 */
public record PersonalPage(
        String template,
        String title,
        String path,
        @Nullable String reader,
        Object content) {}
