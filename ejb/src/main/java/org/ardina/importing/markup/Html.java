package org.ardina.importing.markup;

/** Writing HTML. */
final class Html {

    private Html() {}

    /** The text so that it stands for itself in an element or in a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
