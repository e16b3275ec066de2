package org.ardina.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** The checks in their order, with certain thresholds and word lists. */
public final class Rules {

    private final Check standing = new StandingCheck();
    private final List<Check> checks;

    public Rules(Thresholds thresholds, WordLists words) {
        this(thresholds, () -> words);
    }

    /** The checks, with word lists that may be others with every comment. */
    Rules(Thresholds thresholds, Supplier<WordLists> words) {
        this.checks = List.of(
                standing,
                new LengthCheck(thresholds.longest()),
                new RepetitionCheck(thresholds.alikePercent()),
                new WordCheck(words),
                new LinkCheck(thresholds.mostLinks()),
                new CapitalsCheck(share(thresholds.capitalsPercent())),
                new ScoreCheck(share(thresholds.holdScore()), share(thresholds.rejectScore())),
                new FirstCommentsCheck(thresholds.firstComments()),
                new RecordCheck(share(thresholds.rejectedPercent())),
                new ModeCheck());
    }

    /** Judges a comment. The newsroom's own are published unless their author is suspended or muted. */
    public Judgement judge(Submission submission) {
        FoldedText folded = new FoldedText(submission.text());
        Examined examined = new Examined(
                submission, folded, ToxicityModel.of(submission.language()).flatMap(model -> model.score(folded)));
        List<Finding> findings = new ArrayList<>();
        Verdict verdict = Verdict.PUBLISH;
        for (Check check : submission.author().staff() ? List.of(standing) : checks) {
            for (Finding finding : check.examine(examined)) {
                findings.add(finding);
                verdict = verdict.strictest(finding.verdict());
            }
        }
        OptionalDouble score = examined.score().stream()
                .mapToDouble(ToxicityModel.Score::value)
                .findFirst();
        return new Judgement(verdict, findings, score);
    }

    private static double share(int percent) {
        return percent / 100.0;
    }
}
