package org.ardina.moderation;

import java.util.List;

/** Holds or rejects what is likely to be toxic. */
final class ScoreCheck implements Check {

    private final double hold;
    private final double reject;

    ScoreCheck(double hold, double reject) {
        this.hold = hold;
        this.reject = reject;
    }

    @Override
    public List<Finding> examine(Examined examined) {
        return examined.score()
                .filter(score -> score.value() >= Math.min(hold, reject))
                .map(score -> List.of(new Finding(
                        score.value() >= reject ? Verdict.REJECT : Verdict.HOLD,
                        ModerationReason.SCORE,
                        score.passage())))
                .orElse(List.of());
    }
}
