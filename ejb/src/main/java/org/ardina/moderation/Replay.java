package org.ardina.moderation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would have made of past comments.
 *
 * @param before by the rules in force
 * @param after by the others
 * @param changes the comments that they judge differently, in the order in which they were given
 */
public record Replay(Tally before, Tally after, List<Change> changes) {

    public Replay {
        changes = List.copyOf(changes);
    }

    /**
     * How some rules judge them.
     *
     * @param verdicts how often each verdict is given
     * @param right how often it is what people decided
     * @param wrong how often it is the contrary: published where people rejected, or rejected where they published
     */
    public record Tally(Map<Verdict, Integer> verdicts, int right, int wrong) {

        public Tally {
            verdicts = Map.copyOf(verdicts);
        }
    }

    /**
     * A comment that is judged differently.
     *
     * @param decided what people decided, null if nobody did
     * @param findings by the other rules
     */
    public record Change(
            String id,
            Verdict before,
            Verdict after,
            @Nullable Verdict decided,
            List<Finding> findings) {

        public Change {
            findings = List.copyOf(findings);
        }
    }

    /** Tries both rules on the same comments with the same facts, so that what differs is due to the rules. */
    static Replay of(List<PastComment> comments, Rules rules, Rules others) {
        Counting before = new Counting();
        Counting after = new Counting();
        List<Change> changes = new ArrayList<>();
        for (PastComment comment : comments) {
            Verdict verdict = rules.judge(comment.submission()).verdict();
            Judgement judgement = others.judge(comment.submission());
            before.count(verdict, comment.decided());
            after.count(judgement.verdict(), comment.decided());
            if (verdict != judgement.verdict()) {
                changes.add(new Change(
                        comment.id(), verdict, judgement.verdict(), comment.decided(), judgement.findings()));
            }
        }
        return new Replay(before.tally(), after.tally(), changes);
    }

    private static final class Counting {

        private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private int right;
        private int wrong;

        Counting() {
            for (Verdict verdict : Verdict.values()) {
                verdicts.put(verdict, 0);
            }
        }

        void count(Verdict verdict, @Nullable Verdict decided) {
            verdicts.merge(verdict, 1, Integer::sum);
            if (decided != null && verdict != Verdict.HOLD) {
                if (verdict == decided) {
                    right++;
                } else {
                    wrong++;
                }
            }
        }

        Tally tally() {
            return new Tally(verdicts, right, wrong);
        }
    }
}
