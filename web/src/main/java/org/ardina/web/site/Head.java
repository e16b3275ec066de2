package org.ardina.web.site;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself to browsers, search engines and those who share it.
 *
 * @param title without the paper's name
 * @param path the canonical address within the site, absent on a page not to be indexed
 * @param next the following part of a list
 * @param feeds the path before those of its own feeds, where it has any
 * @param picture what stands for the page when it is shared, absent for the paper's own
 * @param articleLanguage that of the one article that the page shows, a BCP 47 tag; else absent
 * @param indexed whether search engines may list it, where it has an address
 */
record Head(
        String title,
        String description,
        @Nullable String path,
        @Nullable String next,
        @Nullable String feeds,
        @Nullable URI picture,
        @Nullable String articleLanguage,
        boolean indexed) {

    static Head of(String title, String description, String path) {
        return new Head(title, description, path, null, null, null, null, true);
    }

    static Head list(String title, String description, String path, @Nullable String next) {
        return new Head(title, description, path, next, null, null, null, true);
    }

    static Head article(
            String title, String description, @Nullable String path, @Nullable URI picture, String language) {
        return new Head(title, description, path, null, null, picture, language, path != null);
    }

    static Head personal(String title, String path) {
        return new Head(title, "", path, null, null, null, null, false);
    }

    /** Of a page that others lead to, but no search engine. */
    static Head found(String title, String description, String path) {
        return new Head(title, description, path, null, null, null, null, false);
    }

    static Head unlisted(String title, String description) {
        return new Head(title, description, null, null, null, null, null, true);
    }

    /** The same of a page with feeds. */
    Head withFeeds(String path) {
        return new Head(title, description, this.path, next, path, picture, articleLanguage, indexed);
    }
}
