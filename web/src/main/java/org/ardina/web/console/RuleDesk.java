package org.ardina.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ardina.article.Slug;
import org.ardina.comment.Comment;
import org.ardina.comment.Conversation;
import org.ardina.comment.ConversationRules;
import org.ardina.comment.TopicRule;
import org.ardina.moderation.Finding;
import org.ardina.moderation.ModerationMode;
import org.ardina.moderation.Replay;
import org.ardina.moderation.RuleChange;
import org.ardina.moderation.Thresholds;
import org.ardina.moderation.Verdict;
import org.ardina.problem.BusinessException;
import org.ardina.problem.InvalidInputException;
import org.ardina.problem.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Rules for the conversation: of topics and articles, and others that are tried on what was decided. */
@Named("ruleDesk")
@RequestScoped
public class RuleDesk {

    private static final int TRIED_ON = 500;
    private static final int SHOWN = 50;

    @Inject
    private ConversationRules rules;

    @Inject
    private ConsoleParameters parameters;

    @Inject
    private ConsoleResponse response;

    @Inject
    private ConsoleFrame frame;

    @Inject
    private ConsoleTexts texts;

    @Inject
    private ConsoleNames names;

    private ConversationRules.@Nullable Trial trial;
    private @Nullable Conversation conversation;

    /** A comment that other rules judge differently. */
    public record Row(Comment comment, Replay.Change change, String found) {}

    public boolean isSiteReviewedFirst() {
        return rules.mode() == ModerationMode.BEFORE_PUBLICATION;
    }

    public List<TopicRule> getTopics() {
        return rules.topics();
    }

    /** Keeps the rules of topics that the form changes. */
    public void saveTopics() {
        Set<String> closed = Set.copyOf(parameters.values("closed"));
        Set<String> first = Set.copyOf(parameters.values("first"));
        List<TopicRule> changed = new ArrayList<>();
        for (TopicRule rule : rules.topics()) {
            String topic = rule.topic().value();
            TopicRule wanted = new TopicRule(rule.topic(), closed.contains(topic), first.contains(topic));
            // One that was added since the form was shown is not in it.
            if (parameters.values("topic").contains(topic) && !wanted.equals(rule)) {
                changed.add(wanted);
            }
        }
        response.after(() -> changed.forEach(rules::set), ConsolePage.RULES.path() + "?done=saved");
    }

    public @Nullable Conversation getConversation() {
        if (conversation == null && parameters.given("article") != null) {
            try {
                conversation = rules.of(slug());
            } catch (BusinessException none) {
                frame.tell(texts.text("console.rules.no-article"));
            }
        }
        return conversation;
    }

    public void saveArticle() {
        Slug slug = slug();
        boolean closed = parameters.given("article-closed") != null;
        boolean first = parameters.given("article-first") != null;
        response.after(
                () -> {
                    Conversation before = rules.of(slug);
                    if (before.closed() != closed) {
                        rules.close(slug, closed);
                    }
                    if (before.reviewedFirst() != first) {
                        rules.reviewFirst(slug, first);
                    }
                },
                ConsolePage.RULES.path() + "?article=" + slug + "&done=saved");
    }

    /** The slug that was typed, or the end of an address. */
    private Slug slug() {
        String typed = parameters.value("article");
        String slug = typed.substring(typed.lastIndexOf('/') + 1);
        if (!Slug.isValid(slug)) {
            throw new NotFoundException("article");
        }
        return new Slug(slug);
    }

    public Thresholds getThresholds() {
        return rules.thresholds();
    }

    /** A threshold as it was typed, else as it is in force. */
    public String number(String name, int inForce) {
        String typed = parameters.value(name);
        return typed.isEmpty() ? Integer.toString(inForce) : typed;
    }

    /** Tries the rules of the form; what it shows is gone with the answer. */
    public void tryOut() {
        try {
            trial = rules.replay(change(), TRIED_ON);
        } catch (BusinessException wrong) {
            frame.tell(
                    wrong.code().equals("word-list")
                            ? wrong.getMessage()
                            : texts.problem(wrong.code(), wrong.getMessage()));
        }
    }

    private RuleChange change() {
        Thresholds now = rules.thresholds();
        Map<String, List<String>> added = new HashMap<>();
        put("banned", added);
        put("suspect", added);
        put("innocent", added);
        return new RuleChange(
                new Thresholds(
                        now.longest(),
                        whole("most-links", now.mostLinks(), 0, 100),
                        now.firstComments(),
                        whole("capitals", now.capitalsPercent(), 1, 101),
                        now.alikePercent(),
                        now.rejectedPercent(),
                        whole("hold-score", now.holdScore(), 1, 101),
                        whole("reject-score", now.rejectScore(), 1, 101)),
                added,
                lines("removed"));
    }

    private void put(String list, Map<String, List<String>> added) {
        List<String> lines = lines(list);
        if (!lines.isEmpty()) {
            added.put(list + ".txt", lines);
        }
    }

    private List<String> lines(String name) {
        return parameters
                .value(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private int whole(String name, int inForce, int least, int most) {
        String typed = parameters.value(name);
        if (typed.isEmpty()) {
            return inForce;
        }
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            throw new InvalidInputException("invalid-threshold", "A threshold is from " + least + " to " + most + ".");
        }
        return Integer.parseInt(typed);
    }

    public boolean isTried() {
        return trial != null;
    }

    public int getCompared() {
        return trial == null ? 0 : trial.comments().size();
    }

    public Verdict[] getVerdicts() {
        return Verdict.values();
    }

    public int before(Verdict verdict) {
        return trial == null ? 0 : trial.replay().before().verdicts().getOrDefault(verdict, 0);
    }

    public int after(Verdict verdict) {
        return trial == null ? 0 : trial.replay().after().verdicts().getOrDefault(verdict, 0);
    }

    public int getWrongBefore() {
        return trial == null ? 0 : trial.replay().before().wrong();
    }

    public int getWrongAfter() {
        return trial == null ? 0 : trial.replay().after().wrong();
    }

    /** The comments that would be judged differently, the first of them. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        if (trial != null) {
            for (Replay.Change change : trial.replay().changes()) {
                @Nullable Comment comment = trial.comments().get(change.id());
                if (comment != null && rows.size() < SHOWN) {
                    rows.add(new Row(comment, change, found(change)));
                }
            }
        }
        return rows;
    }

    private String found(Replay.Change change) {
        return String.join(
                ", ",
                change.findings().stream()
                        .map(Finding::reason)
                        .distinct()
                        .map(reason -> names.reason(reason.code()))
                        .toList());
    }
}
