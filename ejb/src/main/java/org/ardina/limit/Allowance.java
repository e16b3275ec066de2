package org.ardina.limit;

import java.time.Duration;

/**
 * What is left of a limit.
 *
 * @param reset until all of it is there again
 */
public record Allowance(Limit limit, long used, Duration reset) {

    public long left() {
        return Math.max(0, limit.most() - used);
    }

    public boolean isExceeded() {
        return used > limit.most();
    }
}
