package org.ardina.moderation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is to happen with a text, and why.
 *
 * @param verdict the strictest of the findings; without any the text is published
 * @param findings in the order of the checks
 * @param score how likely the text is toxic, from 0 to 1; empty in a language that is not scored
 */
public record Judgement(Verdict verdict, List<Finding> findings, OptionalDouble score) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** The reasons of the verdict, each once, the first found first. */
    public List<ModerationReason> reasons() {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::reason)
                .distinct()
                .toList();
    }
}
