package org.ardina.search;

/** Which of the articles found comes first. */
public enum SearchOrder {
    /** What fits the words best, of equals the newer. */
    RELEVANCE,
    /** The newest. */
    LATEST
}
