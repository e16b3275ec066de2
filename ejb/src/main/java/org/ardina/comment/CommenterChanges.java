package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ardina.account.AccountEvent;
import org.ardina.article.ArticleId;

/** Has comments follow what happens to the accounts of their authors. */
@ApplicationScoped
class CommenterChanges {

    private static final int BATCH = 500;

    @Inject
    private CommentRepository comments;

    @Inject
    private CommentCounterRepository counters;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private LikeRepository likes;

    @Inject
    private ReportRepository reports;

    @Inject
    private CommenterRepository commenters;

    @Inject
    private ConversationNoticeRepository notices;

    void follow(@Observes AccountEvent event) {
        String account = event.account().id();
        if (event.kind() == AccountEvent.Kind.PROFILE_CHANGED) {
            Set<ArticleId> articles = articlesOf(account);
            comments.rename(account, event.account().displayName());
            articles.forEach(conversations::touch);
        } else if (event.kind() == AccountEvent.Kind.ERASED) {
            Set<ArticleId> articles = articlesOf(account);
            comments.forget(account);
            articles.forEach(conversations::touch);
            reports.forget(account);
            commenters.forget(account);
            notices.forget(account);
            unlikeAll(account);
        }
    }

    /** Pages with older comments show the change when their lifetime is over. */
    private Set<ArticleId> articlesOf(String account) {
        return comments.ofAccount(account, null, null, BATCH).stream()
                .filter(Comment::listed)
                .map(Comment::article)
                .collect(Collectors.toSet());
    }

    private void unlikeAll(String account) {
        List<LikeTarget> targets;
        do {
            targets = likes.ofAccount(account, BATCH);
            for (LikeTarget target : targets) {
                if (likes.unlike(target, account, Instant.now())) {
                    target.article().ifPresent(article -> conversations.countLikes(article, -1));
                    target.comment().ifPresent(comment -> counters.countLikes(comment, -1));
                }
            }
        } while (!targets.isEmpty());
        likes.deleteUnliked(account);
    }
}
