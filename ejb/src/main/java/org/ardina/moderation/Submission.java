package org.ardina.moderation;

import java.util.List;

/**
 * A comment as it is sent, and what there is to know about it.
 *
 * @param text plain text
 * @param language the tag of the language of the discussion, as {@code en} or {@code pt-BR}
 * @param recentTexts what the same author wrote lately, whatever became of it; the last twenty serve
 */
public record Submission(
        String text, String language, AuthorStanding author, List<String> recentTexts, ModerationMode mode) {

    public Submission {
        recentTexts = List.copyOf(recentTexts);
    }
}
