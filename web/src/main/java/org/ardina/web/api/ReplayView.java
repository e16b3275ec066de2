package org.ardina.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ardina.comment.Comment;
import org.ardina.comment.ConversationRules;
import org.ardina.moderation.Finding;
import org.ardina.moderation.Replay;
import org.ardina.moderation.RuleChange;
import org.ardina.moderation.Thresholds;
import org.ardina.moderation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have made of comments that people decided about.
 *
 * @param compared how many comments the rules were tried on
 * @param changes the comments that they judge differently
 */
public record ReplayView(int compared, TallyView before, TallyView after, List<ChangeView> changes) {

    private static final int MOST_CHARACTERS = 280;

    /** Rules as somebody thinks of them; what is absent stays as it is in force. */
    public record Change(
            @Nullable @Min(1) @Max(20_000) Integer longest,
            @Nullable @Min(0) @Max(100) Integer mostLinks,
            @Nullable @Min(1) @Max(101) Integer capitalsPercent,
            @Nullable @Min(1) @Max(101) Integer holdScore,
            @Nullable @Min(1) @Max(101) Integer rejectScore,
            @Nullable @Size(max = 20) Map<String, @Size(max = 200) List<String>> added,
            @Nullable @Size(max = 200) List<String> removed,
            @Nullable Integer comments) {

        RuleChange over(Thresholds now) {
            return new RuleChange(
                    new Thresholds(
                            or(longest, now.longest()),
                            or(mostLinks, now.mostLinks()),
                            now.firstComments(),
                            or(capitalsPercent, now.capitalsPercent()),
                            now.alikePercent(),
                            now.rejectedPercent(),
                            or(holdScore, now.holdScore()),
                            or(rejectScore, now.rejectScore())),
                    Optional.ofNullable(added).orElse(Map.of()),
                    Optional.ofNullable(removed).orElse(List.of()));
        }

        private static int or(@Nullable Integer given, int otherwise) {
            return given == null ? otherwise : given;
        }
    }

    /**
     * How some rules judge them.
     *
     * @param right how often as people did, what is held left out
     * @param wrong how often the other way round
     */
    public record TallyView(int publish, int hold, int reject, int right, int wrong) {

        static TallyView of(Replay.Tally tally) {
            return new TallyView(
                    tally.verdicts().getOrDefault(Verdict.PUBLISH, 0),
                    tally.verdicts().getOrDefault(Verdict.HOLD, 0),
                    tally.verdicts().getOrDefault(Verdict.REJECT, 0),
                    tally.right(),
                    tally.wrong());
        }
    }

    /** A comment that is judged differently: publish, hold or reject. */
    public record ChangeView(
            String id,
            String excerpt,
            String before,
            String after,
            @Nullable String decided,
            List<String> findings) {}

    static ReplayView of(ConversationRules.Trial trial) {
        return new ReplayView(
                trial.comments().size(),
                TallyView.of(trial.replay().before()),
                TallyView.of(trial.replay().after()),
                trial.replay().changes().stream()
                        .map(change -> view(change, trial.comments().get(change.id())))
                        .toList());
    }

    private static ChangeView view(Replay.Change change, @Nullable Comment comment) {
        String body = comment == null ? "" : comment.body();
        return new ChangeView(
                change.id(),
                body.codePointCount(0, body.length()) <= MOST_CHARACTERS
                        ? body
                        : body.substring(0, body.offsetByCodePoints(0, MOST_CHARACTERS)) + '…',
                name(change.before()),
                name(change.after()),
                change.decided() == null ? null : name(change.decided()),
                change.findings().stream()
                        .map(Finding::reason)
                        .map(reason -> reason.code())
                        .distinct()
                        .toList());
    }

    private static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
