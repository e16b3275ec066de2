package org.ardina.article;

/** What the newsroom does with an article; where each leads is said by {@link ArticleState#after}. */
public enum LifeCycleStep {
    /** Hand it in for review. */
    SUBMIT,
    /** Take it back before it was decided. */
    WITHDRAW,
    /** Give it back to its writers. */
    RETURN,
    /** Let the public read it, at once or from a time on. */
    APPROVE,
    /** Take it out of the paper. */
    ARCHIVE,
    /** Undo archiving. */
    RESTORE
}
