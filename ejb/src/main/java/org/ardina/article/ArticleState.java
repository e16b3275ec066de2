package org.ardina.article;

/** Where an article stands in the newsroom. Readers see only {@link #APPROVED} ones whose time has come. */
public enum ArticleState {
    /** Being written; only its writers and administrators see it. */
    DRAFT,
    /** Submitted, waiting for an administrator's decision. */
    PENDING,
    /** Published, or to be published at its time. */
    APPROVED,
    /** Taken out of the paper and kept. */
    ARCHIVED
}
