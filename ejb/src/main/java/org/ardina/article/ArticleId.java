package org.ardina.article;

import java.util.regex.Pattern;

/** Identifies an article for ever: 24 hexadecimal digits, growing roughly with the time of creation. */
public record ArticleId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public ArticleId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An article id is 24 hexadecimal digits");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
