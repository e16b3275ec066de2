package org.ardina.comment;

import java.util.stream.Collectors;
import org.ardina.moderation.ModerationReason;
import org.ardina.problem.InvalidInputException;

/** Why people report and reject comments. */
public final class Reasons {

    private Reasons() {}

    /**
     * The reason of that code, in any case.
     *
     * @throws InvalidInputException if it is none that people give
     */
    public static ModerationReason parse(String text) {
        return ModerationReason.parse(text)
                .filter(ModerationReason.ofPeople()::contains)
                .orElseThrow(() -> new InvalidInputException(
                        "reason-unknown",
                        "A reason is one of "
                                + ModerationReason.ofPeople().stream()
                                        .map(ModerationReason::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
