package org.ardina.comment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.article.ArticleId;
import org.ardina.change.Change;
import org.ardina.change.ChangeListener;

/**
 * What readers who are logged in do in conversations, as this process knows it. What was found in MongoDB is believed for
 * a second, unless the reader does something here, or the conversation changes on any replica: only what nobody else sees,
 * such as a comment that waits, is shown that much later by another replica.
 */
@ApplicationScoped
public class Participations implements ChangeListener {

    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int MOST = 20_000;
    private static final Duration RECENT = Duration.ofDays(1);
    private static final int MOST_RECENT = 20;
    private static final int MOST_OWN = 5;

    private final Cache<Reading, Participation> found =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(BELIEVED).build();

    @Inject
    private CommentRepository comments;

    @Inject
    private LikeRepository likes;

    /**
     * What a reader does in the conversation about an article.
     *
     * @param account the id of the reader's account, for whom alone the answer is
     */
    public Participation find(ArticleId article, String account) {
        return found.get(new Reading(article, account), this::look);
    }

    /** Has it looked up anew, after the reader did something. */
    void forget(ArticleId article, String account) {
        found.invalidate(new Reading(article, account));
    }

    @Override
    public Stage stage() {
        return Stage.BENEATH_PAGES;
    }

    @Override
    public void changed(List<Change> changes) {
        Set<String> conversations = changes.stream()
                .filter(change -> change.kind() == Change.Kind.CONVERSATION)
                .map(Change::id)
                .collect(Collectors.toSet());
        if (!conversations.isEmpty()) {
            found.asMap()
                    .keySet()
                    .removeIf(
                            reading -> conversations.contains(reading.article().value()));
        }
    }

    @Override
    public void changedMuch() {
        found.invalidateAll();
    }

    private Participation look(Reading reading) {
        Instant now = Instant.now();
        List<Comment> own = comments.ofAccount(reading.account(), now.minus(RECENT), null, MOST_RECENT).stream()
                .filter(comment -> comment.article().equals(reading.article()))
                .filter(comment -> comment.isEditable(now)
                        || comment.state() == CommentState.SHADOWED
                        || comment.state() == CommentState.PENDING
                        || comment.state() == CommentState.REJECTED)
                .limit(MOST_OWN)
                .toList();
        return new Participation(likes.likes(LikeTarget.of(reading.article()), reading.account()), own);
    }

    private record Reading(ArticleId article, String account) {}
}
