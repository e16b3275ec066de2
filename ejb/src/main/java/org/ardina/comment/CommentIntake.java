package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ardina.article.ArticleId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Keeps comments that were written elsewhere, with their threads. */
@ApplicationScoped
public class CommentIntake {

    @Inject
    private CommentRepository repository;

    @Inject
    private Recount recount;

    /** Stores the comments; those already there stay as they are. Whole articles come at once. */
    public void take(List<ImportedComment> comments) {
        Map<ArticleId, List<ImportedComment>> byArticle = new LinkedHashMap<>();
        for (ImportedComment comment : comments) {
            byArticle
                    .computeIfAbsent(comment.article(), article -> new ArrayList<>())
                    .add(comment);
        }
        if (byArticle.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        repository.insertMissing(byArticle.values().stream()
                .flatMap(list -> inThreads(list, now).stream())
                .toList());
        byArticle.keySet().forEach(recount::conversation);
    }

    /** The comments of one article as documents, each in the thread that its key and those of others tell of. */
    static List<Document> inThreads(List<ImportedComment> imported, Instant now) {
        Map<String, ImportedComment> byKey = new HashMap<>();
        imported.forEach(comment -> byKey.put(comment.key(), comment));
        Map<String, Comment> made = new LinkedHashMap<>();
        imported.stream()
                .sorted(Comparator.comparing(comment -> writtenAt(comment, now)))
                .forEach(comment -> make(comment, byKey, made, new HashSet<>(), now));
        Map<CommentId, Long> replies = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        made.forEach((key, comment) -> {
            boolean visibleReply = comment.place().depth() > 0 && comment.isVisible();
            numbers.put(
                    key,
                    visibleReply
                            ? replies.merge(comment.thread(), 1L, Long::sum)
                            : replies.getOrDefault(comment.thread(), 0L));
        });
        return made.entrySet().stream()
                .map(entry -> {
                    Comment comment = entry.getValue();
                    Document document = CommentDocuments.write(comment, numbers.getOrDefault(entry.getKey(), 0L));
                    return comment.place().depth() == 0
                            ? document.append(CommentDocuments.REPLIES, replies.getOrDefault(comment.id(), 0L))
                            : document;
                })
                .toList();
    }

    /** Makes a comment after the one that it answers; one that answers itself through others begins a thread. */
    private static Comment make(
            ImportedComment imported,
            Map<String, ImportedComment> byKey,
            Map<String, Comment> made,
            Set<String> above,
            Instant now) {
        Comment known = made.get(imported.key());
        if (known != null) {
            return known;
        }
        above.add(imported.key());
        ImportedComment answered = imported.parent() == null ? null : byKey.get(imported.parent());
        @Nullable Comment parent =
                answered == null || above.contains(answered.key()) ? null : make(answered, byKey, made, above, now);
        CommentId id = CommentId.of(imported.article() + ":" + imported.key());
        Instant writtenAt = writtenAt(imported, now);
        CommentState state = imported.approved() ? CommentState.VISIBLE : CommentState.PENDING;
        Comment comment = new Comment(
                id,
                imported.article(),
                parent == null ? id : parent.thread(),
                parent == null ? null : parent.id(),
                parent == null ? ThreadPlace.FIRST : parent.place().answer(id, writtenAt),
                new Commenter(null, imported.author(), false),
                imported.body(),
                "",
                writtenAt,
                null,
                state,
                imported.approved(),
                0,
                0,
                1,
                new Review(List.of(), null, null, 0, Review.waiting(state, List.of())));
        made.put(imported.key(), comment);
        return comment;
    }

    private static Instant writtenAt(ImportedComment comment, Instant now) {
        return comment.writtenAt() == null ? now : comment.writtenAt();
    }
}
