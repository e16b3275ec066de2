package org.ardina.comment;

import java.util.regex.Pattern;

/** The beginning of a comment, on one line. */
final class Excerpt {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST = 200;

    private Excerpt() {}

    static String of(String body) {
        String line = SPACES.matcher(body).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= MOST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST)) + '…';
    }
}
