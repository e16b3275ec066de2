package org.ardina.web.site;

/** Plain text without the characters that HTML and JSON-LD documents may not contain. */
final class Printable {

    private Printable() {}

    /**
     * The text without control characters (other than tab and line ends), noncharacters and halves of surrogate pairs.
     *
     * @see <a href="https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream">HTML,
     *     13.2.3.5</a>
     */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= '\u007f' && (c <= '\u009f' || c >= '\ud800'))) {
                return filtered(text);
            }
        }
        return text;
    }

    private static String filtered(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Printable::isPrintable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPrintable(int c) {
        boolean control = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c <= 0x9f);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean noncharacter = (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
        return !control && !surrogate && !noncharacter;
    }
}
