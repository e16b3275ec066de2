package org.ardina.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleStateTest {

    /** Every pair of a state and a step: where it leads an article that was never approved, and one that was. */
    @ParameterizedTest
    @CsvSource({
        "DRAFT,SUBMIT,PENDING,PENDING",
        "DRAFT,WITHDRAW,,",
        "DRAFT,RETURN,,",
        "DRAFT,APPROVE,,",
        "DRAFT,ARCHIVE,ARCHIVED,ARCHIVED",
        "DRAFT,RESTORE,,",
        "PENDING,SUBMIT,,",
        "PENDING,WITHDRAW,DRAFT,DRAFT",
        "PENDING,RETURN,DRAFT,DRAFT",
        "PENDING,APPROVE,APPROVED,APPROVED",
        "PENDING,ARCHIVE,ARCHIVED,ARCHIVED",
        "PENDING,RESTORE,,",
        "APPROVED,SUBMIT,,",
        "APPROVED,WITHDRAW,,",
        "APPROVED,RETURN,,",
        "APPROVED,APPROVE,,",
        "APPROVED,ARCHIVE,ARCHIVED,ARCHIVED",
        "APPROVED,RESTORE,,",
        "ARCHIVED,SUBMIT,,",
        "ARCHIVED,WITHDRAW,,",
        "ARCHIVED,RETURN,,",
        "ARCHIVED,APPROVE,,",
        "ARCHIVED,ARCHIVE,,",
        "ARCHIVED,RESTORE,DRAFT,APPROVED"
    })
    void leadsWhereTheDrawingSays(ArticleState state, LifeCycleStep step, ArticleState never, ArticleState before) {
        assertThat(state.after(step, false)).isEqualTo(Optional.ofNullable(never));
        assertThat(state.after(step, true)).isEqualTo(Optional.ofNullable(before));
    }

    @Test
    void isApprovedByNothingButApprovalOfWhatWasSubmitted() {
        List<LifeCycleStep> ways = new ArrayList<>();
        Set<ArticleState> seen = EnumSet.of(ArticleState.DRAFT);
        Deque<ArticleState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ArticleState state = open.pop();
            for (LifeCycleStep step : LifeCycleStep.values()) {
                Optional<ArticleState> next = state.after(step, false);
                if (next.equals(Optional.of(ArticleState.APPROVED))) {
                    assertThat(state).isEqualTo(ArticleState.PENDING);
                    ways.add(step);
                } else if (next.isPresent() && seen.add(next.get())) {
                    open.push(next.get());
                }
            }
        }
        assertThat(ways).containsOnly(LifeCycleStep.APPROVE);
    }
}
