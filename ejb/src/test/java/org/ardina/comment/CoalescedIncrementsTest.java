package org.ardina.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link CoalescedIncrements} promises: nothing is lost or counted twice, and waiting increments share a write. */
final class CoalescedIncrementsTest {

    private static final int CALLERS = 32;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void writesAnIncrementThatIsAlone() {
        List<Long> writes = new ArrayList<>();
        CoalescedIncrements<String, Integer> increments = new CoalescedIncrements<>((key, increment) -> {
            writes.add(increment);
            return writes.size();
        });

        assertThat(increments.add("a", 3)).isEqualTo(1);
        assertThat(increments.add("a", -1)).isEqualTo(2);
        assertThat(writes).containsExactly(3L, -1L);
    }

    @Test
    void addsUpWhatComesWhileAWriteIsOnItsWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Long> writes = new ArrayList<>();
        CoalescedIncrements<String, Integer> increments = new CoalescedIncrements<>((key, increment) -> {
            begun.countDown();
            await(goOn);
            writes.add(increment);
            return writes.size();
        });

        Future<Integer> first = callers.submit(() -> increments.add("a", 1));
        begun.await();
        List<Future<Integer>> others = new ArrayList<>();
        for (int i = 0; i < CALLERS - 1; i++) {
            others.add(callers.submit(() -> increments.add("a", 2)));
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> counting() == CALLERS);
        goOn.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (Future<Integer> other : others) {
            assertThat(other.get()).isEqualTo(2);
        }
        assertThat(writes).containsExactly(1L, 2L * (CALLERS - 1));
    }

    /** How many callers write, or wait for whoever does. */
    private static long counting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> List.of(stack).stream()
                        .anyMatch(frame -> frame.getClassName().equals(CoalescedIncrements.class.getName())
                                && (frame.getMethodName().equals("await")
                                        || frame.getMethodName().equals("write"))))
                .count();
    }

    @Test
    void losesAndRepeatsNothing() throws Exception {
        Map<Integer, Long> stored = new ConcurrentHashMap<>();
        CoalescedIncrements<Integer, Long> increments = new CoalescedIncrements<>((key, increment) -> {
            long before = stored.getOrDefault(key, 0L);
            LockSupport.parkNanos(1);
            stored.put(key, before + increment);
            return before + increment;
        });
        Map<Integer, Long> expected = new ConcurrentHashMap<>();
        List<Callable<Void>> work = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(caller);
            work.add(() -> {
                for (int i = 0; i < 2000; i++) {
                    int key = random.nextInt(3);
                    long increment = random.nextInt(5) - 2L;
                    increments.add(key, increment);
                    expected.merge(key, increment, Long::sum);
                }
                return null;
            });
        }
        for (Future<Void> done : callers.invokeAll(work)) {
            done.get();
        }

        assertThat(stored).isEqualTo(expected);
    }

    @Test
    void givesTheErrorOfAWriteToAllWhoWereInIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CoalescedIncrements<String, Integer> increments = new CoalescedIncrements<>((key, increment) -> {
            begun.countDown();
            await(goOn);
            throw new IllegalStateException("away");
        });

        Future<Integer> first = callers.submit(() -> increments.add("a", 1));
        begun.await();
        Future<Integer> second = callers.submit(() -> increments.add("a", 1));
        Future<Integer> third = callers.submit(() -> increments.add("a", 1));
        goOn.countDown();

        for (Future<Integer> caller : List.of(first, second, third)) {
            assertThatThrownBy(caller::get).hasRootCauseMessage("away");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
