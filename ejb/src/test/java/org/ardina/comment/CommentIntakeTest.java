package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.ardina.article.ArticleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Threads of comments from elsewhere, of any shape. */
class CommentIntakeTest {

    private static final ArticleId ARTICLE = new ArticleId("0".repeat(24));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ROUNDS = 300;

    @Test
    void standsInTheOrderOfReading() {
        List<Comment> threads = make(List.of(
                imported("c", "b", 3, true),
                imported("a", null, 1, true),
                imported("b", "a", 2, true),
                imported("d", "a", 4, true)));
        assertThat(inOrder(threads)).containsExactly("a", "b", "c", "d");
        assertThat(threads)
                .filteredOn(comment -> comment.place().depth() == 0)
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.replies()).isEqualTo(3);
                    assertThat(first.parent()).isNull();
                });
    }

    @Test
    void beginsAThreadWhereWhatIsAnsweredIsMissingOrAnswersItself() {
        List<Comment> threads = make(List.of(
                imported("orphan", "nobody", 1, true),
                imported("self", "self", 2, true),
                imported("one", "other", 3, true),
                imported("other", "one", 4, true)));
        assertThat(threads).filteredOn(comment -> comment.place().depth() == 0).hasSize(3);
    }

    @Test
    void isSoundWhateverComes() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<ImportedComment> imported = new ArrayList<>();
            int size = 1 + random.nextInt(40);
            for (int i = 0; i < size; i++) {
                @Nullable String parent = random.nextInt(3) == 0 ? null : "k" + random.nextInt(size + 2);
                imported.add(imported("k" + i, parent, random.nextInt(20), random.nextInt(5) > 0));
            }
            Collections.shuffle(imported, random);
            assertSound(make(imported), size);
        }
    }

    private static void assertSound(List<Comment> comments, int size) {
        assertThat(comments).hasSize(size);
        Map<CommentId, Comment> byId = new HashMap<>();
        comments.forEach(comment -> byId.put(comment.id(), comment));
        Set<String> places = new HashSet<>();
        for (Comment comment : comments) {
            assertThat(places.add(comment.thread() + " " + comment.place().path()))
                    .isTrue();
            Comment first = Objects.requireNonNull(byId.get(comment.thread()));
            assertThat(first.place()).isEqualTo(ThreadPlace.FIRST);
            if (comment.parent() == null) {
                assertThat(comment.thread()).isEqualTo(comment.id());
            } else {
                Comment parent = Objects.requireNonNull(byId.get(comment.parent()));
                assertThat(parent.thread()).isEqualTo(comment.thread());
                assertThat(comment.place().depth())
                        .isEqualTo(Math.min(ThreadPlace.DEEPEST, parent.place().depth() + 1));
            }
            if (comment.place().depth() == 0) {
                assertThat(comment.replies())
                        .isEqualTo(comments.stream()
                                .filter(other -> other.thread().equals(comment.id())
                                        && other.isVisible()
                                        && other.place().depth() > 0)
                                .count());
            }
        }
    }

    private static List<String> inOrder(List<Comment> comments) {
        return comments.stream()
                .sorted((one, other) ->
                        one.place().path().compareTo(other.place().path()))
                .map(Comment::body)
                .toList();
    }

    private static List<Comment> make(List<ImportedComment> imported) {
        return CommentIntake.inThreads(imported, START).stream()
                .map(CommentDocuments::read)
                .toList();
    }

    private static ImportedComment imported(String key, @Nullable String parent, int minute, boolean approved) {
        return new ImportedComment(ARTICLE, key, parent, "Rosa", key, START.plusSeconds(60L * minute), approved);
    }
}
