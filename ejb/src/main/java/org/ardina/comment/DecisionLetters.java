package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ardina.account.Addressee;
import org.ardina.account.People;
import org.ardina.article.ArticleHistory;
import org.ardina.configuration.PublicAddress;
import org.ardina.mail.LetterTexts;
import org.ardina.mail.LetterWriter;
import org.ardina.mail.Letters;
import org.ardina.mail.Mail;
import org.ardina.moderation.ModerationReason;
import org.jspecify.annotations.Nullable;

/**
 * Tells authors what was decided about their comments, why, and what they can do about it: the statement of reasons that
 * Article 17 of Regulation (EU) 2022/2065 asks for. A letter goes out when the decision cannot be undone any more.
 */
@ApplicationScoped
class DecisionLetters implements LetterWriter {

    private static final String REJECTED = "comment-rejected";
    private static final String APPROVED = "comment-approved";
    private static final String OVERTURNED = "appeal-overturned";
    private static final String UPHELD = "appeal-upheld";
    private static final String MUTED = "commenter-muted";

    private static final String ACCOUNT = "account";
    private static final String COMMENT = "comment";
    private static final String DECIDED_AT = "decidedAt";
    private static final String REASON = "reason";
    private static final String OWN = "/account/comments";

    @Inject
    private Letters letters;

    @Inject
    private People people;

    @Inject
    private PublicAddress site;

    @Inject
    private CommentRepository comments;

    @Inject
    private CommenterRepository commenters;

    @Inject
    private ArticleHistory articles;

    @Inject
    private CommentConfiguration configuration;

    /** Posts a letter about a decision that changes what readers see, or answers an appeal. */
    void tell(Comment before, Comment after, Appeal.@Nullable Outcome appeal) {
        @Nullable String account = after.author().account();
        Decision decision = Objects.requireNonNull(after.review().decision());
        @Nullable String letter = letter(before, after, appeal);
        if (account != null && letter != null && !account.equals(decision.by())) {
            people.addressee(account)
                    .ifPresent(addressee -> letters.postLater(
                            letter,
                            addressee.language(),
                            Map.of(
                                    COMMENT,
                                    after.id().value(),
                                    DECIDED_AT,
                                    Long.toString(decision.at().toEpochMilli())),
                            configuration.undoFor()));
        }
    }

    /** Posts a letter to somebody who cannot comment for a while. */
    void tellMuted(String account, String reason) {
        people.addressee(account)
                .ifPresent(addressee ->
                        letters.post(MUTED, addressee.language(), Map.of(ACCOUNT, account, REASON, reason)));
    }

    private static @Nullable String letter(Comment before, Comment after, Appeal.@Nullable Outcome appeal) {
        if (appeal != null) {
            return appeal == Appeal.Outcome.OVERTURNED ? OVERTURNED : UPHELD;
        }
        if (after.state() == CommentState.REJECTED) {
            return REJECTED;
        }
        return before.state().told() == CommentState.VISIBLE ? null : APPROVED;
    }

    @Override
    public Set<String> letters() {
        return Set.of(REJECTED, APPROVED, OVERTURNED, UPHELD, MUTED);
    }

    @Override
    public Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts) {
        return letter.equals(MUTED) ? muted(details, texts) : decided(letter, details, texts);
    }

    private Optional<Mail> muted(Map<String, String> details, LetterTexts texts) {
        String account = Objects.requireNonNull(details.get(ACCOUNT));
        @Nullable Instant until = commenters.find(account).mutedUntil();
        if (until == null || until.isBefore(Instant.now())) {
            return Optional.empty();
        }
        return people.addressee(account).map(addressee -> {
            Map<String, String> values = values(addressee, OWN);
            values.put("until", LocalDate.ofInstant(until, ZoneOffset.UTC).toString());
            values.put(REASON, details.getOrDefault(REASON, ""));
            return write(MUTED, addressee, values, texts);
        });
    }

    private Optional<Mail> decided(String letter, Map<String, String> details, LetterTexts texts) {
        Optional<Comment> found = comments.find(new CommentId(Objects.requireNonNull(details.get(COMMENT))));
        @Nullable Decision decision = found.map(comment -> comment.review().decision()).orElse(null);
        if (decision == null || !Long.toString(decision.at().toEpochMilli()).equals(details.get(DECIDED_AT))) {
            return Optional.empty();
        }
        Comment comment = found.orElseThrow();
        @Nullable String account = comment.author().account();
        return account == null
                ? Optional.empty()
                : people.addressee(account).map(addressee -> {
                    Map<String, String> values = values(
                            addressee,
                            letter.equals(REJECTED) && comment.isAppealable()
                                    ? "/comments/" + comment.id() + "/appeal"
                                    : OWN);
                    values.put("headline", headline(comment));
                    values.put("excerpt", Excerpt.of(comment.body()));
                    values.put(REASON, reason(decision, texts));
                    values.put("note", decision.note() == null ? "" : decision.note());
                    return write(letter, addressee, values, texts);
                });
    }

    /** The letter, without the paragraphs that nothing stands in. */
    private static Mail write(String letter, Addressee addressee, Map<String, String> values, LetterTexts texts) {
        Mail mail = texts.write(letter, addressee.email(), values);
        return new Mail(
                mail.to(),
                mail.subject(),
                mail.paragraphs().stream()
                        .filter(paragraph -> !paragraph.isBlank())
                        .toList());
    }

    private Map<String, String> values(Addressee addressee, String page) {
        Map<String, String> values = new HashMap<>();
        values.put("username", addressee.account().username());
        values.put("site", site.page("/"));
        values.put("link", site.page(page));
        return values;
    }

    private String headline(Comment comment) {
        return articles.approved(List.of(comment.article())).stream()
                .findFirst()
                .map(article -> article.content().headline())
                .orElse("…");
    }

    private static String reason(Decision decision, LetterTexts texts) {
        @Nullable ModerationReason reason = decision.reason();
        return reason == null
                ? ""
                : texts.paragraphs("reason." + reason.code(), Map.of()).get(0);
    }
}
