package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ardina.account.Profile;
import org.ardina.account.Role;
import org.ardina.account.Status;
import org.ardina.account.WriterRequest;
import org.ardina.article.ArticleState;
import org.ardina.article.Author;
import org.ardina.article.LifeCycleStep;
import org.ardina.audit.AuditEntry;
import org.ardina.comment.Comment;
import org.ardina.comment.CommentState;
import org.ardina.comment.ModerationCase;
import org.ardina.comment.WaitingList;
import org.ardina.importing.ImportProblem;
import org.ardina.importing.ImportState;
import org.ardina.moderation.Passage;
import org.ardina.moderation.Verdict;
import org.ardina.newsroom.Comparison;
import org.ardina.newsroom.Finding;

/** What states, roles and the like are called in the language of the request. */
@Named("names")
@RequestScoped
public class ConsoleNames {

    @Inject
    private ConsoleTexts texts;

    public String role(String role) {
        return switch (role) {
            case Role.READER -> texts.text("account.role-reader");
            case Role.WRITER -> texts.text("account.role-writer");
            case Role.ADMIN -> texts.text("account.role-admin");
            default -> role;
        };
    }

    public String status(Status status) {
        return switch (status) {
            case ACTIVE -> texts.text("console.status.active");
            case SUSPENDED -> texts.text("console.status.suspended");
            case LEAVING -> texts.text("console.status.leaving");
            case ERASED -> texts.text("console.status.erased");
        };
    }

    public String state(ArticleState state) {
        return switch (state) {
            case DRAFT -> texts.text("console.state.draft");
            case PENDING -> texts.text("console.state.pending");
            case APPROVED -> texts.text("console.state.approved");
            case ARCHIVED -> texts.text("console.state.archived");
        };
    }

    public String importState(ImportState state) {
        return switch (state) {
            case QUEUED -> texts.text("console.import.queued");
            case RUNNING -> texts.text("console.import.running");
            case FINISHED -> texts.text("console.import.finished");
            case FAILED -> texts.text("console.import.failed");
        };
    }

    public String outcome(ImportProblem.Outcome outcome) {
        return switch (outcome) {
            case SKIPPED -> texts.text("console.import.item-skipped");
            case FAILED -> texts.text("console.import.item-failed");
            case NOTED -> texts.text("console.import.item-noted");
        };
    }

    public String request(WriterRequest.State state) {
        return switch (state) {
            case PENDING -> texts.text("console.request.pending");
            case APPROVED -> texts.text("console.request.approved");
            case DECLINED -> texts.text("console.request.declined");
        };
    }

    public boolean isPending(Profile profile) {
        WriterRequest request = profile.writerRequest();
        return request != null && request.state() == WriterRequest.State.PENDING;
    }

    /** What a check has found, in the language of the request. */
    public String finding(Finding finding) {
        return switch (finding.check()) {
            case EMPTY_BODY -> texts.text("console.check.empty-body");
            case NO_ALTERNATIVE_TEXT -> texts.text("console.check.no-alternative-text");
            case MAIN_PICTURE_UNDESCRIBED -> texts.text("console.check.main-picture-undescribed");
            case HEADLINE_TOO_LONG -> texts.text("console.check.headline-too-long");
            case EMPTY_STANDFIRST -> texts.text("console.check.empty-standfirst");
            case NO_TOPIC -> texts.text("console.check.no-topic");
            case BROKEN_LINK -> texts.text("console.check.broken-link");
            case UNSAFE_EMBED -> texts.text("console.check.unsafe-embed");
        };
    }

    public String step(LifeCycleStep step) {
        return switch (step) {
            case SUBMIT -> texts.text("console.step.submit");
            case WITHDRAW -> texts.text("console.step.withdraw");
            case RETURN -> texts.text("console.step.return");
            case APPROVE -> texts.text("console.step.approve");
            case ARCHIVE -> texts.text("console.step.archive");
            case RESTORE -> texts.text("console.step.restore");
        };
    }

    public String part(Comparison.Part part) {
        return switch (part) {
            case HEADLINE -> texts.text("console.article.headline");
            case STANDFIRST -> texts.text("console.article.standfirst");
            case TOPIC -> texts.text("console.article.topic");
            case TAGS -> texts.text("console.article.tags");
            case AUTHORS -> texts.text("console.article.byline");
            case LANGUAGE -> texts.text("console.article.language");
            case PICTURE -> texts.text("console.article.picture");
            case BODY -> texts.text("console.article.body");
        };
    }

    public String waiting(WaitingList list) {
        return switch (list) {
            case PENDING -> texts.text("console.waiting.pending");
            case REPORTED -> texts.text("console.waiting.reported");
            case FLAGGED -> texts.text("console.waiting.flagged");
            case APPEALED -> texts.text("console.waiting.appealed");
        };
    }

    public String commentState(CommentState state) {
        return switch (state) {
            case VISIBLE -> texts.text("comment.state-visible");
            case PENDING -> texts.text("comment.state-pending");
            case REJECTED -> texts.text("comment.state-rejected");
            case WITHDRAWN -> texts.text("comment.state-withdrawn");
            case SHADOWED -> texts.text("console.comment.state-shadowed");
        };
    }

    public String verdict(Verdict verdict) {
        return switch (verdict) {
            case PUBLISH -> texts.text("console.verdict.publish");
            case HOLD -> texts.text("console.verdict.hold");
            case REJECT -> texts.text("console.verdict.reject");
        };
    }

    /** What a reason of that code is called. */
    public String reason(String code) {
        return texts.textOr("reason." + code, code);
    }

    /** Who wrote a comment. */
    public String author(Comment comment) {
        String name = comment.author().name();
        return name.isEmpty() ? texts.text("comment.nobody") : name;
    }

    /** A score in percent; nothing where it says nothing. */
    public String percent(OptionalDouble score) {
        return score.isEmpty() ? "" : Math.round(score.getAsDouble() * 100) + " %";
    }

    /** A part of a text, and whether a check has found something in it. */
    public record Piece(String text, boolean marked) {}

    /** The text of a comment with what the checks find in it. */
    public List<Piece> pieces(ModerationCase about) {
        String body = about.comment().body();
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (Passage passage : about.passages().stream()
                .sorted(Comparator.comparingInt(Passage::start))
                .toList()) {
            if (passage.start() >= from && passage.end() <= body.length()) {
                pieces.add(new Piece(body.substring(from, passage.start()), false));
                pieces.add(new Piece(body.substring(passage.start(), passage.end()), true));
                from = passage.end();
            }
        }
        pieces.add(new Piece(body.substring(from), false));
        return pieces;
    }

    /** The names in a byline. */
    public String byline(List<Author> authors) {
        return authors.stream().map(Author::name).collect(Collectors.joining(", "));
    }

    /** The class by which the style sheet colours a state. */
    public String style(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** What an entry of the audit trail tells besides: names and values. */
    public String details(AuditEntry entry) {
        Map<String, String> ordered = new TreeMap<>(entry.details());
        return ordered.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(Collectors.joining(", "));
    }
}
