package org.ardina.article;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ardina.problem.InvalidInputException;

/** A place in a list of articles that is sorted by a time: that of its last item. Written as milliseconds and id. */
record Cursor(Instant time, ArticleId id) {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,15})-([0-9a-f]{24})");

    /** @throws InvalidInputException if the text was not made by {@link #toString} */
    static Cursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "invalid-cursor", "The cursor is not one that a list gave out; begin again without it.");
        }
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), new ArticleId(matcher.group(2)));
    }

    @Override
    public String toString() {
        return time.toEpochMilli() + "-" + id;
    }
}
