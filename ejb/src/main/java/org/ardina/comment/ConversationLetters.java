package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ardina.account.Account;
import org.ardina.account.Addressee;
import org.ardina.account.People;
import org.ardina.article.Article;
import org.ardina.article.ArticleHistory;
import org.ardina.article.ArticleId;
import org.ardina.configuration.PublicAddress;
import org.ardina.job.JobHandler;
import org.ardina.job.Lease;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.LetterWriter;
import org.ardina.mail.Letters;
import org.ardina.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * Tells readers by letter who has answered and named them, all since the last letter in one. Nothing of this is on the way
 * of a comment: one replica at a time looks through those that have changed.
 */
@ApplicationScoped
class ConversationLetters implements JobHandler, LetterWriter {

    static final String JOB = "conversation-letters";

    /** The subject of the only job of this kind. */
    static final String ALL = "all";

    private static final String LETTER = "conversation";
    private static final String ACCOUNT = "account";
    private static final int BATCH = 500;
    private static final int MOST_ACCOUNTS = 10_000;
    private static final int MOST_TOLD = 20;

    /** An older comment that has changed is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any write takes, and clocks differ. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Inject
    private CommentRepository comments;

    @Inject
    private ConversationNoticeRepository notices;

    @Inject
    private CommenterRepository commenters;

    @Inject
    private ArticleHistory articles;

    @Inject
    private People people;

    @Inject
    private Letters letters;

    @Inject
    private PublicAddress site;

    @Override
    public String kind() {
        return JOB;
    }

    @Override
    public void handle(String subject, Lease lease) {
        Instant now = Instant.now();
        lookThrough(now, lease);
        for (String account : notices.waiting(MOST_ACCOUNTS)) {
            lease.renew();
            String letter = lease.job() + ":" + account;
            notices.take(account, letter);
            if (commenters.find(account).letters()) {
                people.addressee(account)
                        .ifPresent(addressee ->
                                letters.post(LETTER, addressee.language(), Map.of(ACCOUNT, account, LETTER, letter)));
            }
            notices.posted(letter);
        }
        notices.deleteOlder(now.minus(KEPT));
    }

    /** Notes who is to be told of the comments that have changed since it was last done. */
    private void lookThrough(Instant now, Lease lease) {
        Instant until = now.minus(QUIET);
        ConversationNoticeRepository.Position position = notices.position().orElseGet(() -> begin(now));
        List<CommentRepository.Changed> batch;
        do {
            lease.renew();
            batch = comments.changedSince(position.time(), position.after(), until, BATCH);
            note(batch.stream().map(CommentRepository.Changed::comment).toList(), now);
            if (!batch.isEmpty()) {
                CommentRepository.Changed last = batch.get(batch.size() - 1);
                position = new ConversationNoticeRepository.Position(
                        last.changedAt(), last.comment().id());
                notices.setPosition(position);
            }
        } while (batch.size() == BATCH);
    }

    /** Where to begin at first, so that nobody is told what they have long read. */
    private ConversationNoticeRepository.Position begin(Instant now) {
        ConversationNoticeRepository.Position beginning =
                new ConversationNoticeRepository.Position(now.minus(FIRST), null);
        notices.setPosition(beginning);
        return beginning;
    }

    private void note(List<Comment> changed, Instant now) {
        List<Comment> news = changed.stream()
                .filter(comment -> comment.isVisible()
                        && comment.author().account() != null
                        && comment.writtenAt().isAfter(now.minus(NEWS)))
                .toList();
        Map<CommentId, Comment> parents = comments.findParents(news);
        List<ConversationNotice> found = new ArrayList<>();
        for (Comment comment : news) {
            Set<String> told = new HashSet<>();
            told.add(Objects.requireNonNull(comment.author().account()));
            @Nullable Comment parent = parents.get(comment.parent());
            @Nullable String answered = parent == null ? null : parent.author().account();
            if (answered != null && told.add(answered)) {
                found.add(new ConversationNotice(answered, comment.id(), ConversationNotice.Kind.REPLY));
            }
            for (String name : Mentions.in(comment.body())) {
                people.named(name)
                        .map(Account::id)
                        .filter(told::add)
                        .ifPresent(account -> found.add(
                                new ConversationNotice(account, comment.id(), ConversationNotice.Kind.MENTION)));
            }
        }
        notices.insertMissing(found, now);
    }

    @Override
    public Set<String> letters() {
        return Set.of(LETTER);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        String account = Objects.requireNonNull(details.get(ACCOUNT));
        if (!commenters.find(account).letters()) {
            return Optional.empty();
        }
        List<ConversationNotice> told = notices.of(Objects.requireNonNull(details.get(LETTER)), MOST_TOLD);
        List<String> items = items(told, texts);
        return items.isEmpty()
                ? Optional.empty()
                : people.addressee(account).map(addressee -> mail(addressee, items, texts));
    }

    private Mail mail(Addressee addressee, List<String> items, LetterTexts texts) {
        URI end = URI.create(site.page(
                "/letters-end/" + commenters.optOutToken(addressee.account().id())));
        Map<String, String> values =
                Map.of("username", addressee.account().username(), "site", site.page("/"), "link", end.toString());
        List<String> paragraphs = new ArrayList<>(texts.paragraphs("greeting", values));
        paragraphs.addAll(texts.paragraphs(LETTER + ".text", values));
        paragraphs.addAll(items);
        paragraphs.addAll(texts.paragraphs(LETTER + "-end.text", values));
        paragraphs.addAll(texts.paragraphs("signature", values));
        return new Mail(
                addressee.email(), texts.paragraphs(LETTER + ".subject", values).get(0), paragraphs, end);
    }

    /** A paragraph and an address for each comment that everybody still sees. */
    private List<String> items(List<ConversationNotice> told, LetterTexts texts) {
        Map<CommentId, Comment> said = comments
                .find(told.stream().map(ConversationNotice::comment).toList())
                .stream()
                .filter(Comment::isVisible)
                .collect(Collectors.toMap(Comment::id, Function.identity()));
        Map<ArticleId, Article> about =
                articles
                        .approved(said.values().stream()
                                .map(Comment::article)
                                .distinct()
                                .toList())
                        .stream()
                        .filter(article -> article.isPublic(Instant.now()))
                        .collect(Collectors.toMap(Article::id, Function.identity()));
        List<String> items = new ArrayList<>();
        for (ConversationNotice notice : told) {
            @Nullable Comment comment = said.get(notice.comment());
            @Nullable Article article = comment == null ? null : about.get(comment.article());
            if (comment != null && article != null) {
                Map<String, String> values = new HashMap<>();
                values.put("author", comment.author().name());
                values.put("headline", article.content().headline());
                values.put("excerpt", Excerpt.of(comment.body()));
                String kind = notice.kind().name().toLowerCase(Locale.ROOT);
                items.addAll(texts.paragraphs(LETTER + '-' + kind + ".text", values));
                items.add(site.page("/articles/" + article.slug() + "/comments/" + comment.id()));
            }
        }
        return items;
    }
}
