package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.ardina.problem.BusyException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {

    private final PasswordQueue queue = new PasswordQueue();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stop() {
        finish.countDown();
        threads.shutdownNow();
    }

    @Test
    void refusesThoseForWhomThereIsNoThread() {
        List<Future<Integer>> taken = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            taken.add(occupy());
            return taken.stream().anyMatch(Future::isDone);
        });
        Future<Integer> refused =
                taken.stream().filter(Future::isDone).findFirst().orElseThrow();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(refused::get)
                .withCauseInstanceOf(BusyException.class);
    }

    @Test
    void hasAllTheirTurnOfWhomFewAtOnce() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Boolean>> ended = new ArrayList<>();
        for (int login = 0; login < 200; login++) {
            CompletableFuture<Boolean> end = new CompletableFuture<>();
            ended.add(end);
            Runnable work = () -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                queue.take(() -> 1);
                atOnce.decrementAndGet();
                queue.end();
                end.complete(true);
            };
            threads.execute(() -> {
                if (queue.begin()) {
                    work.run();
                } else {
                    assertThat(queue.putOff(() -> {
                                threads.execute(work);
                                return true;
                            }))
                            .isTrue();
                }
            });
        }
        for (Future<Boolean> one : ended) {
            one.get(60, TimeUnit.SECONDS);
        }
        assertThat(most.get()).isBetween(1, 6);
        assertThat(Stream.generate(queue::begin).takeWhile(begun -> begun).limit(100))
                .hasSize(6);
    }

    @Test
    void passesOverWhoeverDoesNotWaitAnyMore() {
        while (queue.begin()) {
            // Until there is no place left.
        }
        AtomicInteger resumed = new AtomicInteger();
        assertThat(queue.putOff(() -> false)).isTrue();
        assertThat(queue.putOff(() -> resumed.incrementAndGet() > 0)).isTrue();
        assertThat(resumed).hasValue(0);
        queue.end();
        assertThat(resumed).hasValue(1);
    }

    @Test
    void putsOffSoManyAndNoMore() {
        while (queue.begin()) {
            // Until there is no place left.
        }
        assertThat(Stream.generate(() -> queue.putOff(() -> true))
                        .takeWhile(waits -> waits)
                        .limit(5000))
                .hasSize(1000);
    }

    private Future<Integer> occupy() {
        return threads.submit(() -> queue.take(() -> {
            try {
                finish.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return 1;
        }));
    }
}
