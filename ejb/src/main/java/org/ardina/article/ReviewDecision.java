package org.ardina.article;

import java.time.Instant;

/**
 * What was decided about an article.
 *
 * @param note for its writers, may be empty
 * @param account the id of the account of whoever decided
 * @param name of whoever decided
 */
public record ReviewDecision(LifeCycleStep step, String note, String account, String name, Instant at) {}
