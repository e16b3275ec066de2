package org.ardina.limit;

import java.time.Duration;

/**
 * So many times in so long.
 *
 * @param name tells its counts from those of others
 */
public record Limit(String name, long most, Duration window) {

    private static final int PARTS = 100;

    /**
     * How many are counted in one replica before the others hear of them: a hundredth. By so many more may each of them
     * exceed the limit.
     */
    int step() {
        return (int) Math.max(1, most / PARTS);
    }
}
