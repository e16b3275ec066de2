package org.ardina.comment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ardina.account.Caller;
import org.ardina.article.Article;
import org.ardina.article.ArticleHistory;
import org.ardina.article.ArticleId;
import org.ardina.article.Slug;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.ardina.store.Page;
import org.jspecify.annotations.Nullable;

/** What everybody reads of the conversation about an article: threads of comments, and numbers. */
@Stateless
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class Conversations {

    /** Threads further back are found in another order only. */
    public static final int MOST_THREADS = 10_000;

    /** How many replies of a thread are shown with the others, if it has them. */
    private static final int LEAST_REPLIES = 2;

    /** Replies further down are found by those above them. */
    public static final int MOST_REPLIES = 10_000;

    private static final Pattern OFFSET = Pattern.compile("t([0-9]{1,5})");
    private static final Pattern PATH = Pattern.compile("p([0-9a-f]{18,54})");

    @Inject
    private ConversationRepository conversations;

    @Inject
    private CommentRepository comments;

    @Inject
    private ArticleHistory articles;

    @Inject
    private CommentConfiguration configuration;

    @Inject
    private TopicRules topicRules;

    @Inject
    private Caller caller;

    /** The numbers of an article. */
    public Conversation find(ArticleId article) {
        return conversations.find(article);
    }

    /** The numbers of articles; of those that are missing nobody has liked or said anything. */
    public Map<ArticleId, Conversation> find(Collection<ArticleId> articles) {
        return conversations.find(articles);
    }

    /** The articles that comments are about, as far as they are published. */
    public Map<ArticleId, Article> articles(Collection<Comment> about) {
        return articles.approved(about.stream().map(Comment::article).distinct().toList()).stream()
                .filter(article -> article.isPublic(Instant.now()))
                .collect(Collectors.toMap(Article::id, Function.identity()));
    }

    /** Whether an article can be commented on. */
    public boolean isOpen(Article article, Conversation conversation) {
        Instant publishedAt = article.publishedAt();
        boolean over = publishedAt != null
                && configuration
                        .closeAfter()
                        .map(after -> publishedAt.plus(after).isBefore(Instant.now()))
                        .orElse(false);
        @Nullable Slug topic = article.content().topic();
        return !conversation.closed()
                && !over
                && (topic == null
                        || (!configuration.closedTopics().contains(topic)
                                && !topicRules.of(topic).closed()));
    }

    /**
     * Threads with the first replies of each; those asked for and one more, if there is one.
     *
     * @param most how many comments there are to be in all: the fewer threads, the more replies of each, so that a short
     *     conversation is seen whole; at least {@value #LEAST_REPLIES} replies of each
     */
    public List<CommentThread> threads(ArticleId article, CommentOrder order, int skip, int limit, int most) {
        List<Comment> firsts = comments.firsts(article, order, Math.min(skip, MOST_THREADS), limit + 1);
        List<CommentId> answered = firsts.stream()
                .limit(limit)
                .filter(first -> first.replies() > 0)
                .map(Comment::id)
                .toList();
        int replies = Math.max(LEAST_REPLIES, most / Math.max(1, Math.min(firsts.size(), limit)) - 1);
        Map<CommentId, List<Comment>> below = new LinkedHashMap<>();
        for (Comment reply : comments.firstReplies(answered, replies)) {
            below.computeIfAbsent(reply.thread(), thread -> new ArrayList<>()).add(reply);
        }
        return firsts.stream()
                .map(first -> new CommentThread(
                        first,
                        below.getOrDefault(first.id(), List.of()).stream()
                                .limit(replies)
                                .sorted((one, other) -> one.place()
                                        .path()
                                        .compareTo(other.place().path()))
                                .toList()))
                .toList();
    }

    /**
     * The first comments of threads, as a program reads them.
     *
     * @throws InvalidInputException if the cursor or the limit is none
     */
    public Page<Comment> list(ArticleId article, CommentOrder order, @Nullable String cursor, int limit) {
        bounded(limit);
        int skip = cursor == null ? 0 : Integer.parseInt(part(OFFSET, cursor));
        List<Comment> found = comments.firsts(article, order, skip, limit + 1);
        int next = skip + limit;
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), next < MOST_THREADS ? "t" + next : null);
    }

    /** What is below a comment, in the order of reading; otherwise as {@link #list}. */
    public Page<Comment> below(Comment comment, @Nullable String cursor, int limit) {
        bounded(limit);
        String after = cursor == null ? "" : part(PATH, cursor);
        List<Comment> found = comments.below(comment.thread(), comment.place(), after, 0, limit + 1);
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit),
                        "p" + found.get(limit - 1).place().path());
    }

    /** A part of a thread: those asked for and one more, if there is one. */
    public CommentThread thread(Comment first, int skip, int limit) {
        return new CommentThread(
                first, comments.below(first.thread(), first.place(), "", Math.min(skip, MOST_REPLIES), limit + 1));
    }

    /**
     * A comment that has a place on pages.
     *
     * @throws NotFoundException if there is none
     */
    public Comment comment(ArticleId article, CommentId id) {
        return comments.find(id)
                .filter(comment -> comment.listed() && comment.article().equals(article))
                .orElseThrow(() -> new NotFoundException("comment"));
    }

    /**
     * A comment that everybody reads, or the caller's own.
     *
     * @throws NotFoundException if there is none
     */
    public Comment comment(CommentId id) {
        return comments.find(id)
                .filter(comment -> comment.isVisible()
                        || comment.author().is(caller.accountId().orElse(null)))
                .orElseThrow(() -> new NotFoundException("comment"));
    }

    /** How many come before it in its thread, without the first. */
    public long countBefore(Comment comment) {
        return comment.place().depth() == 0 ? 0 : comments.countBefore(comment.thread(), comment.place());
    }

    private static void bounded(int limit) {
        if (limit < 1 || limit > Page.MAXIMUM_LIMIT) {
            throw new InvalidInputException("invalid-limit", "limit is from 1 to " + Page.MAXIMUM_LIMIT + ".");
        }
    }

    private static String part(Pattern form, String cursor) {
        Matcher matcher = form.matcher(cursor);
        if (!matcher.matches()) {
            throw new InvalidInputException("invalid-cursor", "cursor is what an earlier page answered as next.");
        }
        return matcher.group(1);
    }
}
