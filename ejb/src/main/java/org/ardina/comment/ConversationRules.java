package org.ardina.comment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.account.Role;
import org.ardina.article.Article;
import org.ardina.article.Articles;
import org.ardina.article.Slug;
import org.ardina.audit.AuditTrail;
import org.ardina.moderation.AuthorStanding;
import org.ardina.moderation.Moderation;
import org.ardina.moderation.ModerationMode;
import org.ardina.moderation.PastComment;
import org.ardina.moderation.Replay;
import org.ardina.moderation.RuleChange;
import org.ardina.moderation.Submission;
import org.ardina.moderation.Thresholds;
import org.ardina.moderation.Verdict;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.topic.Topic;
import org.ardina.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Where comments are read before they are shown, where there are none, and what other rules would have changed. */
@Stateless
@RolesAllowed(Role.ADMIN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ConversationRules {

    /** So many decisions rules are tried on at most. */
    public static final int MOST_REPLAYED = 1000;

    private static final Duration REPLAYED = Duration.ofDays(365);
    private static final long MANY = 1000;

    @Inject
    private ConversationRepository conversations;

    @Inject
    private DiscussedArticles discussed;

    @Inject
    private ReviewRepository reviews;

    @Inject
    private TopicRules topicRules;

    @Inject
    private Topics topics;

    @Inject
    private Articles articles;

    @Inject
    private Moderation moderation;

    @Inject
    private AuditTrail audit;

    /** What rules would have made of past comments. */
    public record Trial(Replay replay, Map<String, Comment> comments) {

        public Trial {
            comments = Map.copyOf(comments);
        }
    }

    /** Ends the conversation about an article, or opens it again. */
    public Conversation close(Slug slug, boolean closed) {
        Article article = article(slug);
        Conversation conversation = conversations.close(article.id(), closed);
        discussed.forget();
        audit.note(closed ? "conversation.closed" : "conversation.opened", "article:" + article.id(), Map.of());
        return conversation;
    }

    /** Has comments on an article looked at before they are shown, or ends that. */
    public Conversation reviewFirst(Slug slug, boolean reviewedFirst) {
        Article article = article(slug);
        Conversation conversation = conversations.reviewFirst(article.id(), reviewedFirst);
        discussed.forget();
        audit.note(
                reviewedFirst ? "conversation.reviewed-first" : "conversation.reviewed-after",
                "article:" + article.id(),
                Map.of());
        return conversation;
    }

    /** What is said of an article. */
    public Conversation of(Slug slug) {
        return conversations.find(article(slug).id());
    }

    /** Whether all comments are looked at before they are shown, as the operator has set it. */
    public ModerationMode mode() {
        return moderation.mode();
    }

    /** The rules of all topics, in the order of the paper. */
    public List<TopicRule> topics() {
        return topics.list().stream().map(Topic::slug).map(topicRules::of).toList();
    }

    /** Says how articles of a topic are commented on. */
    public void set(TopicRule rule) {
        if (topics.find(rule.topic()).isEmpty()) {
            throw new NotFoundException("topic");
        }
        topicRules.set(rule);
        audit.note(
                "topic.conversation",
                "topic:" + rule.topic(),
                Map.of(
                        "closed",
                        Boolean.toString(rule.closed()),
                        "reviewedFirst",
                        Boolean.toString(rule.reviewedFirst())));
    }

    /** The thresholds in force. */
    public Thresholds thresholds() {
        return moderation.thresholds();
    }

    /**
     * Tries other rules on what people decided last; nothing is changed. What is not known of a comment any more, as its
     * author's standing at that time and what they wrote before, is taken to be in order.
     *
     * @param most from 1 to {@value #MOST_REPLAYED} comments
     * @throws InvalidInputException if an entry of a word list is not one
     */
    public Trial replay(RuleChange change, int most) {
        if (most < 1 || most > MOST_REPLAYED) {
            throw new InvalidInputException("invalid-limit", "Rules are tried on 1 to " + MOST_REPLAYED + " comments.");
        }
        List<Comment> decided = reviews.decided(Instant.now().minus(REPLAYED), most).stream()
                .filter(comment -> !comment.body().isEmpty())
                .toList();
        Replay replay =
                moderation.replay(decided.stream().map(ConversationRules::past).toList(), change);
        return new Trial(
                replay,
                decided.stream()
                        .collect(Collectors.toMap(comment -> comment.id().value(), Function.identity())));
    }

    private static PastComment past(Comment comment) {
        return new PastComment(
                comment.id().value(), submission(comment), decided(comment).orElse(null));
    }

    /** A comment as if its author had always written in order. */
    static Submission submission(Comment comment) {
        AuthorStanding author =
                new AuthorStanding(false, false, comment.author().staff(), true, REPLAYED, MANY, 0, 0);
        return new Submission(comment.body(), comment.language(), author, List.of(), ModerationMode.AFTER_PUBLICATION);
    }

    private static Optional<Verdict> decided(Comment comment) {
        @Nullable Decision decision = comment.review().decision();
        return Optional.ofNullable(decision)
                .map(made -> made.choice() == Decision.Choice.APPROVE ? Verdict.PUBLISH : Verdict.REJECT);
    }

    private Article article(Slug slug) {
        return articles.find(slug).orElseThrow(() -> new NotFoundException("article"));
    }
}
