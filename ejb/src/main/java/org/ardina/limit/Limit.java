package org.ardina.limit;

import java.time.Duration;

/**
 * So many times in so long.
 *
 * @param name tells its counts from those of others
 */
public record Limit(String name, long most, Duration window) {}
