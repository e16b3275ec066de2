package org.ardina.article;

/** Identifies an article for ever: 24 hexadecimal digits, growing roughly with the time of creation. */
public record ArticleId(String value) {

    private static final int LENGTH = 24;
    private static final String DIGITS = "0123456789abcdef";

    public ArticleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An article id is 24 hexadecimal digits");
        }
    }

    public static boolean isValid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (DIGITS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
