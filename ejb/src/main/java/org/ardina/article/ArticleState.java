package org.ardina.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an article stands in the newsroom. Readers see only {@link #APPROVED} ones whose time has come.
 *
 * <pre>
 *            SUBMIT            APPROVE              ARCHIVE
 *   DRAFT ───────────▶ PENDING ───────▶ APPROVED ───────────▶ ARCHIVED
 *     ▲ ◀─────────────────┘                ▲ ◀──────────────────┘ │
 *     │   RETURN, WITHDRAW                      RESTORE, if ever  │
 *     │                                         approved          │
 *     └───────────────────────────────────────────────────────────┘
 *                           RESTORE, if never approved
 * </pre>
 *
 * A draft and a pending article may be archived too. A change to an approved article has a state of its own, draft or
 * pending, while the article stays approved; see {@link Manuscript#stage}.
 */
public enum ArticleState {
    /** Being written; only its writers and administrators see it. */
    DRAFT,
    /** Submitted, waiting for an administrator's decision. */
    PENDING,
    /** Published, or to be published at its time. */
    APPROVED,
    /** Taken out of the paper and kept. */
    ARCHIVED;

    /**
     * The state that a step leads to; nothing where it cannot be taken.
     *
     * @param approvedBefore whether the article has ever been approved
     */
    public Optional<ArticleState> after(LifeCycleStep step, boolean approvedBefore) {
        @Nullable ArticleState next = switch (this) {
            case DRAFT ->
                switch (step) {
                    case SUBMIT -> PENDING;
                    case ARCHIVE -> ARCHIVED;
                    case WITHDRAW, RETURN, APPROVE, RESTORE -> null;
                };
            case PENDING ->
                switch (step) {
                    case WITHDRAW, RETURN -> DRAFT;
                    case APPROVE -> APPROVED;
                    case ARCHIVE -> ARCHIVED;
                    case SUBMIT, RESTORE -> null;
                };
            case APPROVED ->
                switch (step) {
                    case ARCHIVE -> ARCHIVED;
                    case SUBMIT, WITHDRAW, RETURN, APPROVE, RESTORE -> null;
                };
            case ARCHIVED ->
                switch (step) {
                    case RESTORE -> approvedBefore ? APPROVED : DRAFT;
                    case SUBMIT, WITHDRAW, RETURN, APPROVE, ARCHIVE -> null;
                };
        };
        return Optional.ofNullable(next);
    }
}
