package org.ardina.comment;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The usernames that a text names: an @ that no letter stands before, and a name. */
public final class Mentions {

    /** Finds a mention; the name is its only group. What surely ends a sentence is not part of it. */
    public static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}@._/-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]{0,62}[\\p{L}\\p{N}])?)");

    /** More names nobody means. */
    static final int MOST = 5;

    private Mentions() {}

    static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (names.size() < MOST && matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
