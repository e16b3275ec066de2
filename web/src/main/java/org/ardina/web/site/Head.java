package org.ardina.web.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself to browsers, search engines and those who share it.
 *
 * @param title without the paper's name
 * @param path the canonical address within the site, absent on a page not to be indexed
 * @param next the following part of a list
 * @param picture what stands for the page when it is shared, absent for the paper's own
 * @param article whether it is one article
 * @param indexed whether search engines may list it, where it has an address
 */
record Head(
        String title,
        String description,
        @Nullable String path,
        @Nullable String next,
        @Nullable URI picture,
        boolean article,
        boolean indexed) {

    static Head of(String title, String description, String path) {
        return new Head(title, description, path, null, null, false, true);
    }

    static Head list(String title, String description, String path, @Nullable String next) {
        return new Head(title, description, path, next, null, false, true);
    }

    static Head personal(String title, String path) {
        return new Head(title, "", path, null, null, false, false);
    }

    /** Of a page that others lead to, but no search engine. */
    static Head found(String title, String description, String path) {
        return new Head(title, description, path, null, null, false, false);
    }

    static Head unlisted(String title, String description) {
        return new Head(title, description, null, null, null, false, true);
    }
}
