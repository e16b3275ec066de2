package org.ardina.web.site;

import java.util.Locale;
import java.util.Optional;

/** A language that the interface speaks, whatever the languages of the articles. */
public enum InterfaceLanguage {
    ENGLISH("en", Locale.UK, "English"),
    PORTUGUESE("pt", Locale.forLanguageTag("pt-PT"), "Português");

    private final String tag;
    private final Locale locale;
    private final String ownName;

    InterfaceLanguage(String tag, Locale locale, String ownName) {
        this.tag = tag;
        this.locale = locale;
        this.ownName = ownName;
    }

    /** Its BCP 47 tag, which is also the value of the parameter {@code lang}. */
    public String tag() {
        return tag;
    }

    /** How dates are written in it. */
    public Locale locale() {
        return locale;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The other language, which every page offers. */
    public InterfaceLanguage other() {
        return this == ENGLISH ? PORTUGUESE : ENGLISH;
    }

    /** The language with that BCP 47 tag or one of its regions, as {@code pt-BR}. */
    public static Optional<InterfaceLanguage> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        for (InterfaceLanguage language : values()) {
            if (language.tag.equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
