package org.ardina.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * What a check has found in an article.
 *
 * @param detail a sentence in English
 * @param passage what it is about: an address, a piece of text; absent for the whole
 */
public record Finding(
        Check check,
        Severity severity,
        String detail,
        @Nullable String passage) {

    /** How much a finding weighs. */
    public enum Severity {
        /** Should be looked at. */
        WARNING,
        /** Keeps the article from being submitted and approved. */
        ERROR
    }
}
