package org.ardina.comment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a comment beside what it says: for its author and administrators.
 *
 * @param findings codes of what the checks found
 * @param decision the last one of an administrator, absent where the checks decided
 * @param reports how many readers have reported it since then
 * @param waits why it waits for an administrator
 */
public record Review(
        List<String> findings,
        @Nullable Decision decision,
        @Nullable Appeal appeal,
        long reports,
        Set<WaitingList> waits) {

    static final Review NONE = new Review(List.of(), null, null, 0, Set.of());

    public Review {
        findings = List.copyOf(findings);
        waits = Set.copyOf(waits);
    }

    /** Where a comment waits that the checks have brought into a state, by what they found. */
    static Set<WaitingList> waiting(CommentState state, List<String> findings) {
        if (state == CommentState.PENDING) {
            return Set.of(WaitingList.PENDING);
        }
        return state == CommentState.SHADOWED || findings.isEmpty() ? Set.of() : Set.of(WaitingList.FLAGGED);
    }

    public boolean isAppealOpen() {
        return appeal != null && appeal.isOpen();
    }
}
