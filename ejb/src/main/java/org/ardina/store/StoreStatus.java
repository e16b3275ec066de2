package org.ardina.store;

import java.time.Instant;

/**
 * What is known of a store.
 *
 * @param detail for an operator: why it is away, empty when it is not
 * @param since when that began
 */
public record StoreStatus(boolean available, String detail, Instant since) {}
