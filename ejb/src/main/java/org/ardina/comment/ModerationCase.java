package org.ardina.comment;

import java.util.List;
import java.util.OptionalDouble;
import org.ardina.article.Article;
import org.ardina.moderation.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A comment before an administrator, with what there is to know about it.
 *
 * @param article that it is about; absent where that is not published
 * @param parent what it answers
 * @param reports by readers, that nobody has decided about
 * @param author absent for a comment that was imported
 * @param score how likely the text is toxic, from 0 to 1; empty in a language that is not scored
 * @param passages what the checks find in the text by the rules in force
 */
public record ModerationCase(
        Comment comment,
        @Nullable Article article,
        @Nullable Comment parent,
        List<Report> reports,
        @Nullable CommenterRecord author,
        OptionalDouble score,
        List<Passage> passages) {

    public ModerationCase {
        reports = List.copyOf(reports);
        passages = List.copyOf(passages);
    }
}
