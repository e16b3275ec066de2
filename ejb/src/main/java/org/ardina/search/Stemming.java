package org.ardina.search;

import java.util.Locale;

/** Which words of a language count as forms of one. */
enum Stemming {
    NONE,
    ENGLISH,
    PORTUGUESE;

    /** How a text in that language, a BCP 47 tag, is stemmed. */
    static Stemming of(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "en" -> ENGLISH;
            case "pt" -> PORTUGUESE;
            default -> NONE;
        };
    }
}
