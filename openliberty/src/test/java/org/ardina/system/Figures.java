package org.ardina.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of many things took. */
final class Figures {

    private final List<Duration> durations = Collections.synchronizedList(new ArrayList<>());

    void add(Duration duration) {
        durations.add(duration);
    }

    int size() {
        return durations.size();
    }

    /** What the given part of them did not exceed. */
    Duration percentile(double percent) {
        List<Duration> sorted = sorted();
        return sorted.get((int) Math.ceil(percent / 100 * sorted.size()) - 1);
    }

    Duration longest() {
        return percentile(100);
    }

    /** Says it where whoever runs the tests sees it. */
    void print(String name) {
        System.out.printf(
                "%s: %d, p50 %d ms, p99 %d ms, longest %d ms%n",
                name,
                size(),
                percentile(50).toMillis(),
                percentile(99).toMillis(),
                longest().toMillis());
    }

    private List<Duration> sorted() {
        synchronized (durations) {
            return durations.stream().sorted().toList();
        }
    }
}
