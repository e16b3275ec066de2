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
        double score = examined.score().orElse(0);
        if (score >= reject) {
            return List.of(Finding.reject(ModerationReason.SCORE));
        }
        return score >= hold ? List.of(Finding.hold(ModerationReason.SCORE)) : List.of();
    }
}
